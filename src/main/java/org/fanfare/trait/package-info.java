/**
 * What an event has or has not, as far as that can be looked up: places, traits of the values that stand there, and what
 * expressions {@linkplain org.fanfare.trait.Requirements require}.
 *
 * <p>The languages say what their expressions require; routing looks it up for many of them at once. So a requirement is
 * always on the safe side: an event that matches meets it, whatever else it is.
 */
package org.fanfare.trait;
