/**
 * How events come in over HTTP.
 *
 * <ul>
 *   <li>R1.1 CloudEvents 1.0 and 0.3, structured, binary and batch; 0.1 and 0.2 as the Pacifica producers send them.
 *   <li>R1.2 The answer is given once the events are durable: 202 with the tracking id and where to follow the event; for
 *       the Pacifica producers' form 200 and the bare id.
 *   <li>R1.3 A batch is accepted or refused as a whole.
 *   <li>R1.4 Source and id seen before get the same answer again, and nothing is routed twice.
 *   <li>R1.5 What is refused is an error that names every fault.
 * </ul>
 */
package org.fanfare.receive;
