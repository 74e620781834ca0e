/**
 * What goes together in one request: plain rules with a clock, no server, no database.
 *
 * <ul>
 *   <li>R5.7 Events of one subscription that chose a batch dialect are collected until there are as many as it wants, or
 *       the first has waited as long as it wants, or their bytes are many.
 *   <li>R5.8 What is collected takes a bounded part of the memory; a batch goes before it is full rather than to lose one.
 * </ul>
 *
 * <p>Door: {@link org.fanfare.batch.Collector}. Where the batches go then is the matter of {@link org.fanfare.traffic}.
 */
package org.fanfare.batch;
