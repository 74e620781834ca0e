/**
 * CloudEvents SQL (CESQL) 1.0.0: a condition on an event's attributes, as a filter.
 *
 * <p><b>Door.</b> {@link org.fanfare.cesql.Cesql} compiles a text and evaluates it on the attributes of an event. Neither a
 * bad text nor a bad evaluation is an exception: see {@link org.fanfare.syntax.Compilation} and
 * {@link org.fanfare.cesql.Evaluation}.
 *
 * <p><b>Requirements.</b>
 *
 * <ul>
 *   <li>C1 Expressions mean what the specification's text says, and what its tests (the TCK) say where that is not older
 *       than the text.
 *   <li>C2 An error is no match, nor is a value that is no boolean. An evaluation ends at its first error.
 *   <li>C3 Nothing a text or an event holds makes an evaluation unbounded in time, memory or stack. Nesting is counted,
 *       operators in a row are a list and no tree, work is paid for in steps before it is done, and {@code LIKE} does not
 *       backtrack.
 *   <li>C4 Who writes a wrong text is told the position and what was expected there.
 *   <li>C5 Compiled expressions are immutable, and equal if their canonical forms are.
 *   <li>C6 An expression can say what any event that matches has: attributes, and values of those that are always strings.
 *       It is necessary and not sufficient; where a part cannot tell, it says nothing.
 * </ul>
 *
 * <p><b>How.</b> {@code Lexer} and {@code Parser} make a tree of {@code Node}s that evaluate themselves in a {@code Run},
 * which keeps the first error. Once there is one, each operator gives the zero value of its type, as the specification
 * has it. What a match must have is an {@code Outlook}: facts that hold in any case, if true, and if false.
 *
 * <p>Where the specification leaves it open: a sum or product beyond 32 bits is 0 and an error; {@code AND}, {@code OR} and
 * {@code XOR} have one rank and go from left to right; {@code IN} stops at the first element that equals; a backslash
 * before anything but the string's own quote stands for itself; {@code IS_INT} and {@code IS_BOOL} of earlier drafts are
 * known and tell whether a cast would succeed.
 *
 * <p><b>Left to others.</b> Which subscriptions have such a filter, and the other filters of CloudEvents' Subscriptions
 * API.
 *
 * <p><b>Sources.</b> CloudEvents SQL Expression Language 1.0.0 and its TCK. Why not the SDK's engine: decision 6.
 */
package org.fanfare.cesql;
