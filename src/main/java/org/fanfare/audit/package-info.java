/**
 * Who changed what, and when.
 *
 * <ul>
 *   <li>R18.1 Every request that may change something is in the table {@code audit} before it does: by whom, from where, what
 *       operation on which resource. Its outcome is written there after it. One that cannot be recorded is not carried out.
 *   <li>R18.2 Nobody has to think of it: {@link org.fanfare.audit.AuditFilter} records each operation whose method is not GET,
 *       HEAD or OPTIONS. Those that change nothing say so ({@link org.fanfare.audit.ChangesNothing}), those that change
 *       something by GET too ({@link org.fanfare.audit.ChangesSomething}); a test looks at all.
 *   <li>R18.3 What Fanfare does of itself, such as disabling a subscription, is recorded in the transaction that does it.
 *   <li>R18.4 No bodies, no secrets. Rows are never changed once their outcome is known, and go after
 *       {@code fanfare.audit.retention}.
 * </ul>
 *
 * <p>Door: {@link org.fanfare.audit.AuditLog}; {@code GET /audit} for admins.
 */
package org.fanfare.audit;
