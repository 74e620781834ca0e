/**
 * What the two queues have in common. A message is a nudge: it is sent after the commit it speaks of, is not persistent,
 * and may be lost or come twice without harm.
 */
package org.fanfare.queue;
