/**
 * Standing wishes: who wants which events, and where. Served as {@code /eventmatch}, the Pacifica wire, and as
 * {@code /subscriptions}, the CloudEvents Subscriptions API: two faces of the same rows.
 *
 * <ul>
 *   <li>R3.1 All thirteen members, in their order, in every answer.
 *   <li>R3.2 A caller sees his own subscriptions; unknown, foreign and deleted ones get the same 403.
 *   <li>R3.3 PUT changes what the body names and nothing else; {@code {"disabled": null, "error": null}} enables again.
 *   <li>R3.4 Secrets are echoed to the request that sets them, and masked afterwards; the mask in a PUT leaves them.
 *   <li>R3.5 All faults of a body are told at once, each with a pointer.
 *   <li>R3.6 Neither uuid nor user can be changed: a subscription that changed hands would bring the new owner's events
 *       to the old owner's target. (The Pacifica service lets the user be changed; this is a deliberate difference.)
 *   <li>R3.7 What one face creates the other shows where its form can hold it. {@code /eventmatch} changes only what is one
 *       JSONPath expression; {@code /subscriptions} can hold all.
 *   <li>R3.8 {@code PUT /subscriptions/{id}} replaces; only secrets that it leaves out stay, for nobody can read them back.
 *   <li>R3.9 Credentials, headers and keys are sealed in the row ({@link org.fanfare.subscription.Secrets}); who needs
 *       none of them, as lists do, is not hurt by a master key that is missing.
 *   <li>R3.10 Keys for signatures: what is made here is shown once (a private key never); PUT without {@code signing}
 *       keeps them, as it keeps other secrets.
 *   <li>R3.9 Disabled, a subscription is matched all the same, and its deliveries are held; unless nobody can say which events
 *       it is about ({@link org.fanfare.subscription.DisabledBecause}).
 *   <li>R3.10 What comes from the file of static subscriptions is changed there: see
 *       {@link org.fanfare.subscription.StaticSubscriptions}.
 * </ul>
 *
 * <p>Door: {@link org.fanfare.subscription.Subscriptions}; {@link org.fanfare.subscription.SubscriptionChanged} tells of
 * changes, {@link org.fanfare.subscription.SubscriptionDisabled} of what Fanfare disabled. Which events match is the matter of routing; what reaches the target, of delivery.
 */
package org.fanfare.subscription;
