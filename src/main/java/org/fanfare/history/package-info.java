/**
 * What became of events, for those who may see it: an event with its deliveries, why each was made, denied or failed,
 * and the attempts of each; and deliveries across events and subscriptions.
 */
package org.fanfare.history;
