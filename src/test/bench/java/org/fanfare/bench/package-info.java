/**
 * Measures Fanfare as a whole, from outside: how many events per second pass from the producer through a running
 * server, its database and the policy service to a target, how long they take, and what that costs; it leaves alone how
 * the server does it. {@link org.fanfare.bench.Bench} is the program and generates the load, {@link
 * org.fanfare.bench.OtherSide} is the policy service and the targets, in a process of its own; what is measured are the
 * {@link org.fanfare.bench.Scenario}s.
 */
package org.fanfare.bench;
