/**
 * The least program of the same shape as Fanfare, to measure beside it: a resource that answers 200 when a persistent
 * message with the body is on the disk, and a message-driven bean that posts the body to one address. No database, no
 * matching, no policy, no authentication. {@link org.fanfare.bench.floor.FloorProcess} starts it in Fanfare's own server:
 * what it reaches is what the server, the broker and the machine allow.
 */
package org.fanfare.bench.floor;
