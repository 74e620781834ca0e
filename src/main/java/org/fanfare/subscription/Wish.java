package org.fanfare.subscription;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fanfare.filter.AllFilter;
import org.fanfare.filter.AnyFilter;
import org.fanfare.filter.AttributeFilter;
import org.fanfare.filter.BrokenFilter;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.filter.Filter;
import org.fanfare.filter.FilterReader;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.problem.Fault;
import org.fanfare.wire.JsonText;

/**
 * Which events a subscription is about: a plain expression, as {@code /eventmatch} has it, or else types, source and
 * filters. Does not change; to wish for something else is another one.
 */
@Embeddable
public class Wish {

    @Lob
    private String jsonpath;

    @Enumerated(EnumType.STRING)
    private Dialect dialect;

    @Lob
    private String types;

    private String source;

    @Lob
    private String filters;

    protected Wish() {}

    static Wish of(PlainExpression expression) {
        Wish wish = new Wish();
        wish.jsonpath = expression.text();
        wish.dialect = expression.dialect();
        return wish;
    }

    /** The wish of a body, which has been validated: plain where it can be. */
    static Wish of(SubscriptionBody body) {
        return body.plainExpression().map(Wish::of).orElseGet(() -> composed(body));
    }

    private static Wish composed(SubscriptionBody body) {
        Wish wish = new Wish();
        wish.types = JsonText.JSON.createArrayBuilder(body.types()).build().toString();
        wish.source = body.source();
        wish.filters = body.filters().toString();
        return wish;
    }

    /** The expression that is all this asks for; empty if there is more to it. */
    Optional<PlainExpression> plainExpression() {
        return Optional.ofNullable(jsonpath).map(text -> new PlainExpression(dialect, text));
    }

    /** The types of the events that are wanted; none for all. */
    List<String> types() {
        return types == null ? List.of() : array(types).getValuesAs(JsonString::getString);
    }

    /** The source of the events that are wanted; empty for all. */
    Optional<String> source() {
        return Optional.ofNullable(source);
    }

    /** The filters that must all match, in the form of the Subscriptions API, as the owner sent them. */
    JsonArray filters() {
        return plainExpression().map(PlainExpression::filters).orElseGet(() -> array(filters));
    }

    /**
     * All that it asks of events, compiled. What was accepted once and cannot be read any more is a filter that breaks
     * down.
     *
     * @param settings for what is stored
     */
    Filter filter(ExpressionSettings settings) {
        List<Filter> all = new ArrayList<>();
        List<Filter> ofTypes = types().stream()
                .map(type -> AttributeFilter.exact("type", type))
                .toList();
        if (!ofTypes.isEmpty()) {
            all.add(AnyFilter.of(ofTypes));
        }
        source().ifPresent(wanted -> all.add(AttributeFilter.exact("source", wanted)));
        List<Fault> faults = new ArrayList<>();
        all.add(new FilterReader(settings)
                .all(filters(), faults::add)
                .orElseGet(() -> new BrokenFilter(faults.get(0).detail())));
        return AllFilter.of(all);
    }

    private static JsonArray array(String text) {
        JsonValue array = JsonText.accepted(text.getBytes(StandardCharsets.UTF_8));
        return array.asJsonArray();
    }
}
