/**
 * Measures Fanfare as a whole, from outside: how many events per second pass from the producer through a running
 * server, its database and the policy service to a target, how long they take, and what that costs. {@link
 * org.fanfare.bench.FloodBench} is the program; it leaves alone how the server does it.
 */
package org.fanfare.bench;
