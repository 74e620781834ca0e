package org.fanfare.subscription;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fanfare.dialect.Dialect;
import org.fanfare.signing.SigningWish;

/**
 * What a POST or PUT on {@code /subscriptions} asks for: all of a subscription, read and found good. What the body did not
 * say has its default.
 *
 * @param types of the events that are wanted; none for all
 * @param source of the events that are wanted; null for all
 * @param filters which all must match, as they were sent; there may be none
 * @param credential what {@code sinkcredential}, or {@code auth} in {@code config}, says; see {@code clearsCredential} for null
 * @param clearsCredential whether no credential means that there is to be none; else what is stored stays
 * @param name for people; null if the body has none
 * @param extensions what is added to each event
 * @param delivery what deliveries look like
 * @param options how deliveries are handled, as they were sent
 * @param signing which signatures deliveries have
 * @param disabled whether nothing is to be matched for now
 */
record SubscriptionBody(
        List<String> types,
        String source,
        JsonArray filters,
        String sink,
        SinkCredential credential,
        boolean clearsCredential,
        String method,
        Map<String, String> headers,
        String name,
        JsonObject extensions,
        Dialect delivery,
        JsonObject options,
        SigningWish signing,
        boolean disabled) {

    /** The expression, if that is all there is to the wish, and {@code /eventmatch} would read it as it is meant. */
    Optional<PlainExpression> plainExpression() {
        return types.isEmpty() && source == null ? PlainExpression.of(filters) : Optional.empty();
    }
}
