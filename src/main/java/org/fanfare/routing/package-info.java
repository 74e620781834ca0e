/**
 * Who wants an event: the filters of all subscriptions, compiled once and kept in memory, are matched against each
 * event, and the matches become deliveries in one commit.
 *
 * <ul>
 *   <li>R2.1 Never a query or a parse per event and subscription.
 *   <li>R2.2 A change is followed at once on its node and within a second on others.
 *   <li>R2.3 A filter that breaks down on an event counts as no match, is noted on its own subscription, and costs the
 *       others nothing; what does nothing else is disabled, and its owner is told.
 *   <li>R2.7 A disabled subscription is matched, and its delivery opened as held; where it was enabled meanwhile, it goes out.
 *   <li>R2.8 An event of Fanfare's own about a subscription is not put to that subscription.
 *   <li>R2.4 To route an event twice makes no second delivery.
 *   <li>R2.5 An event is put only to the filters that it may match, and the answer is the one that putting it to all would
 *       give; but a filter that is ruled out or decided takes no steps, and so does not break down.
 *   <li>R2.6 A change costs the same however many subscriptions there are, and never makes a match wait.
 * </ul>
 *
 * <p>{@code Filters} has equal filters tested once. {@code FilterIndex} first looks at what most filters ask of
 * the event itself, its type and source: that opens {@code Section}s, and only for these the rest of the event is looked
 * at. In a section of more than a few, {@code RequirementIndex} files each filter under the rarest of its requirements: a
 * {@code Mark} in the tree of {@code Branch}es, which has a branch for each place that some filter looks at. One walk
 * over an event finds its marks, these the filters filed there, and those whose other requirements are met, too, are tested
 * by a {@code MatchRun}, unless that is known to be enough. All of it is changed in place, by one thread at a time, rather than
 * rebuilt: a snapshot would be dear at 100 000 subscriptions, and between two the latest changes would have to be tested one by
 * one.
 *
 * <p>Door: {@link org.fanfare.routing.EventQueue} to nudge an event.
 */
package org.fanfare.routing;
