package org.fanfare.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.filter.Filter;
import org.fanfare.filter.JsonPathFilter;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.jsonpath.JsonPath;
import org.fanfare.subscription.Subscription;

/** A subscription as far as matching looks at it, without store and request. */
final class Wish extends Subscription {

    static final Instant FIRST = Instant.parse("2024-02-29T12:00:00Z");

    private final UUID id;
    private final Dialect dialect;
    private final String text;
    private final Instant changedAt;
    private String held;

    Wish(UUID id, Dialect dialect, String text, Instant changedAt) {
        this.id = id;
        this.dialect = dialect;
        this.text = text;
        this.changedAt = changedAt;
    }

    static Wish of(String text) {
        return new Wish(UUID.randomUUID(), Dialect.JSONPATH2, text, FIRST);
    }

    /** The same subscription with another expression, a second later. */
    Wish changedTo(String other) {
        return new Wish(id, dialect, other, changedAt.plusSeconds(1));
    }

    /** The same subscription disabled, a second later. */
    Wish disabled(String why) {
        Wish disabled = changedTo(text);
        disabled.held = why;
        return disabled;
    }

    @Override
    public Optional<String> holdReason() {
        return Optional.ofNullable(held);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public Owner owner() {
        return Owner.named("alice");
    }

    @Override
    public Filter filter(ExpressionSettings settings) {
        return new JsonPathFilter(
                JsonPath.read(dialect, text, settings.limits()).expression().orElseThrow());
    }

    @Override
    public Instant changedAt() {
        return changedAt;
    }
}
