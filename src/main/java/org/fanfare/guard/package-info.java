/**
 * What stands before all resources and pages: one servlet filter, {@link org.fanfare.guard.GuardFilter}, that web.xml names
 * first.
 *
 * <ul>
 *   <li>R17.1 Every answer has headers that keep browsers from guessing, framing, telling on and keeping it.
 *   <li>R17.2 Pages of other sites change nothing: a request that a browser sends for one is refused, unless its origin was
 *       configured. Without configured origins no answer has any {@code Access-Control-} header.
 *   <li>R17.3 No client holds a thread for longer than {@code fanfare.http.patience}; where many are slow at once, those that
 *       are the slowest are cut off long before.
 *   <li>R17.4 Methods that nothing here knows are refused before anything sees them, TRACE among them; so are queries of more
 *       parameters than any resource has.
 * </ul>
 *
 * <p>How large bodies may be is said where they are read ({@code wire.BoundedBody}); how large the head of a request may be,
 * in the configuration of the server, which reads it. docs/security.md has all limits in one table.
 */
package org.fanfare.guard;
