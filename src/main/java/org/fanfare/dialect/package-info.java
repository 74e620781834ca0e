/**
 * How events look on the wire: what one delivery's request is, and the JSON that is cut and put together for it without
 * changing a byte more than it must.
 *
 * <p>Door: {@link org.fanfare.dialect.Dialects}, and {@link org.fanfare.dialect.Dialect} for whoever adds one. The event
 * comes in as {@link org.fanfare.dialect.OutgoingEvent}, for the package {@code event} lies above and imports this one;
 * hence also {@link org.fanfare.dialect.RawObject}, {@link org.fanfare.wire.JsonText} and the rules for attributes stand
 * here, where both can use them.
 *
 * <p>It leaves to others: where the request may go (destination), its signature (signing), sending it (delivery).
 */
package org.fanfare.dialect;
