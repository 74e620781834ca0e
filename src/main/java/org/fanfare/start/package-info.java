/**
 * The room above all others: puts the features together and starts them in order. Nobody imports it.
 */
package org.fanfare.start;
