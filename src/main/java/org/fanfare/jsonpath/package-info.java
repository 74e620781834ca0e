/**
 * JSONPath expressions over JSON-P values: what a subscription says about the events it wants.
 *
 * <p><b>Door.</b> {@link org.fanfare.jsonpath.JsonPath} compiles a text of a {@link org.fanfare.jsonpath.Dialect} within
 * {@link org.fanfare.jsonpath.Limits} and evaluates it on a {@link org.fanfare.jsonpath.Document} within a
 * {@link org.fanfare.jsonpath.Budget}. Neither a bad text
 * nor a bad evaluation is an exception: see {@link org.fanfare.syntax.Compilation} and
 * {@link org.fanfare.jsonpath.Evaluation}.
 *
 * <p><b>Requirements.</b>
 *
 * <ul>
 *   <li>J1 jsonpath2 is understood exactly as Pacifica's library understands it; where that is at odds with its own
 *       documentation (a path on both sides of a comparison), as the documentation has it.
 *   <li>J2 RFC 9535 is understood strictly: what the standard does not allow is rejected.
 *   <li>J3 What the original raises on ({@code contains} on a number, a slice with step 0) is no match, and is reported.
 *   <li>J4 Nothing a text or a document holds makes an evaluation unbounded in time, memory or stack. Recursion is counted,
 *       not caught; work is paid for in steps; regular expressions are matched without backtracking.
 *   <li>J5 Compiled expressions are immutable, and equal if their canonical forms are.
 *   <li>J6 An expression can say what any document that matches has, in terms that can be looked up: its
 *       {@linkplain org.fanfare.jsonpath.JsonPath#requirements requirements}. They are necessary; where a part of the tree
 *       cannot tell, it says nothing. They are said to be sufficient, too, only where that is certain.
 * </ul>
 *
 * <p><b>How.</b> Each dialect has a parser; both build the same tree ({@code Path}, {@code Steps}, {@code Selector},
 * {@code Condition}), whose parts evaluate themselves. Where the dialects disagree, the tree has a part for each meaning.
 * Values are handed on one by one to a {@code Sink} that can say "enough", so that a question of yes or no ends at the
 * first value and nothing is collected in between.
 *
 * <p>Requirements are collected on a walk along the tree: a path turns {@code Here} into here
 * ({@code Steps.reachFirst}, {@code Selector.reach}), conditions add {@link org.fanfare.trait.Trait traits} of what
 * stands there ({@code Condition.require}). "And" adds up, and members of one value belong together ({@code Members}), also
 * those that a path asks for behind a filter; "or" takes one requirement of each part; negations, functions and unions
 * require next to nothing. All of it decides if each part said exactly what it asks for, and of one value among several
 * only one thing is asked: see {@code RequirementCollector}.
 *
 * <p><b>Left to others.</b> Which dialect a subscription has, what to do about its faults, and which of many expressions
 * to evaluate at all.
 *
 * <p><b>Sources.</b> The jsonpath2 dialect as described by the Pacifica project (python-jsonpath2, with its
 * {@code contains}); RFC 9535 (JSONPath), RFC 9485 (I-Regexp).
 */
package org.fanfare.jsonpath;
