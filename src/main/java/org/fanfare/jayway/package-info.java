/**
 * The JSONPath dialect of the library json-path (Jayway), within bounds.
 *
 * <p><b>Door.</b> {@link org.fanfare.jayway.JaywayPath} compiles a text and evaluates it on a
 * {@link org.fanfare.jayway.JaywayTree}. Neither a bad text nor a bad evaluation is an exception: see
 * {@link org.fanfare.syntax.Compilation} and {@link org.fanfare.jayway.Evaluation}.
 *
 * <p><b>Requirements.</b>
 *
 * <ul>
 *   <li>W1 What is accepted means what the library says, on its own configuration, whatever the server set.
 *   <li>W2 The library's evaluation cannot be stopped, so whatever could take more time than about the length of the path
 *       times the size of the document, or recurse without a bound, is refused: at once with its position if the text
 *       tells, before the evaluation if it depends on the document.
 *   <li>W3 The library's exceptions do not escape, and no errors are provoked and caught.
 *   <li>W4 Compiled paths can be shared by threads. They are equal if their texts are.
 * </ul>
 *
 * <p><b>How.</b> {@code PathReader}, {@code FilterReader} and {@code RegexReader} read a text completely, by a grammar of
 * what is safe, and print it anew into a {@code Draft}; only that reaches the library. Searching the text for what is
 * forbidden would not do: the library cuts it up loosely, so the two could disagree on what is a string.
 *
 * <p>Refused are: functions with arguments and behind {@code ..}, since evaluating them changes the compiled path; a second
 * {@code ..} or union, which multiply; in filters several values of {@code $}, {@code $} with operators on lists, and two
 * lists of the document, which are quadratic; repeated groups, references and counts without a bound in regular
 * expressions. Before an evaluation: documents that are too deep, too many values for the length of the path, member names
 * whose paths the library would write down at length, long strings of digits (converted in quadratic time), and strings
 * on which a regular expression may backtrack too much.
 *
 * <p><b>Known of the library (3.0.0).</b> A path with {@code ..} before a bracket keeps a position between evaluations, so
 * these are compiled for each. Strings in lists that look like a path are compiled while filters are evaluated; here they
 * stay strings. It needs json-smart for lists in filters and for its defaults, even where others are given.
 *
 * <p><b>Left to others.</b> Which subscriptions have this dialect, and which of many paths to evaluate at all.
 *
 * <p><b>Sources.</b> The library's documentation and source.
 */
package org.fanfare.jayway;
