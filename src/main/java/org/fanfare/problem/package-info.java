/**
 * How Fanfare says no: one enum of problem types, answered as {@code application/problem+json} (RFC 9457), every fault
 * of a request at once with a JSON Pointer (RFC 6901) to it.
 *
 * <p>Door: {@link org.fanfare.problem.Problem} to throw, {@link org.fanfare.problem.Fault} to collect. What is
 * nobody's fault is logged as an {@link org.fanfare.problem.Incident}.
 */
package org.fanfare.problem;
