/**
 * What admins do beside keeping subscriptions and looking at deliveries: what the commands of the Pacifica service did, as
 * REST, and taking over what is stored there.
 *
 * <ul>
 *   <li>R5.50 The schema's version is shown; it is changed at the start of a server or by the command {@code dbsync}, never
 *       by a request.
 *   <li>R5.51 A purge removes events with their deliveries and attempts, some in a transaction, and tells what it removed
 *       and kept. What is still to be routed, pending or held is kept unless asked otherwise.
 *   <li>R5.52 An event that is dispatched again goes to all who match it and are enabled now, also to those who have it: their
 *       deliveries are the same rows under the same {@code webhook-id}.
 *   <li>R5.54 An admin does so in his own tenant; what concerns all of them, the schema and imports, is for admins of the default
 *       one.
 *   <li>R5.53 Subscriptions of the Pacifica service are taken over with uuid, owner and times, each row for itself: what is
 *       wrong with one is told beside its number, and keeps no other from being taken. To import the same again changes
 *       nothing.
 * </ul>
 *
 * <p>The command line ({@code java -jar fanfare.jar eventget} and others) asks these resources.
 */
package org.fanfare.admin;
