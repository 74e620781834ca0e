/**
 * The immutable event: reading CloudEvents, and views of what was read.
 *
 * <p>Door: {@link org.fanfare.event.CloudEventReader} reads a message, {@link org.fanfare.event.CloudEvent} is what
 * comes of it and what is stored.
 *
 * <p>Requirements:
 * <ul>
 *   <li>R1.1 CloudEvents 0.1, 0.2, 0.3 and 1.0 are read as a JSON object, 0.3 and 1.0 also binary and in batches.
 *   <li>R1.2 What came is kept byte for byte: numbers, escapes, order and white space of structured events and of each
 *       event of a batch, the data of binary ones.
 *   <li>R1.3 A refusal names everything that is wrong, each with its place; a batch is taken whole or not at all.
 *   <li>R1.4 No message exhausts stack or memory: nesting ends at 200 levels, a refusal at 100 faults.
 *   <li>R1.5 Expressions and policies written for 0.1 find {@code eventType} and its siblings in events of any version;
 *       what is delivered has them only if it came with them.
 * </ul>
 *
 * <p>Decision: the CloudEvents SDK for Java is not used here. It reads into an object and writes that object again, so
 * the bytes are lost (R1.2); it stops at the first fault, without its place (R1.3); it does not know 0.1 and 0.2; it
 * (4.0.1) writes headers without percent-encoding; and its JSON format brings Jackson into the WAR beside the server's
 * JSON-P. The tests use it for what it is good at: an independent producer and consumer ({@code SdkInteropTest}).
 *
 * <p>Decision: what the specification leaves to the receiver is refused where taking it would change what was meant
 * (headers that are not encoded, names that come twice), and taken where the meaning is clear (any media type around a
 * JSON event, a fragment in {@code dataschema}). Names below the top level, inside data, are nobody's business here.
 */
package org.fanfare.event;
