/**
 * Who asks, and what they may do, as far as the rooms above need to know it. How that is found out is the matter of
 * {@code entrance}.
 */
package org.fanfare.caller;
