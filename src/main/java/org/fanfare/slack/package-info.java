/**
 * An example of a dialect that is added to Fanfare: a line of text, as the incoming webhooks of chat systems take it
 * ({@code {"text": "..."}}).
 *
 * <p>All there is to it is a CDI bean of the type {@link org.fanfare.dialect.Dialect}. One in a jar in
 * {@code WEB-INF/lib} is found as well (the jar has a {@code META-INF/beans.xml}, or the class a bean-defining
 * annotation); subscriptions choose it by its name. A name that is there already stops the start.
 *
 * <p>If the jar is taken away again, the subscriptions that chose the dialect stay as they are, and their deliveries
 * fail with a sentence that says why.
 */
package org.fanfare.slack;
