package org.fanfare.subscription;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import org.fanfare.filter.FilterDialect;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.jsonpath.JsonPath;
import org.fanfare.syntax.Limits;
import org.fanfare.wire.JsonText;

/**
 * A wish that is one JSONPath expression and nothing else: the only kind that {@code /eventmatch} has, and one that the
 * Subscriptions API writes as a list of one filter.
 */
record PlainExpression(Dialect dialect, String text) {

    private static final Map<FilterDialect, Dialect> LANGUAGES =
            Map.of(FilterDialect.JSONPATH2, Dialect.JSONPATH2, FilterDialect.JSONPATH, Dialect.RFC9535);

    /**
     * The one expression that the filters are, if {@code /eventmatch}, which finds the dialect out from the text, would
     * take it for the same.
     */
    static Optional<PlainExpression> of(JsonArray filters) {
        if (filters.size() != 1) {
            return Optional.empty();
        }
        JsonObject only = filters.getJsonObject(0);
        return LANGUAGES.entrySet().stream()
                .filter(language -> only.containsKey(language.getKey().wireName()))
                .map(language -> new PlainExpression(
                        language.getValue(), only.getString(language.getKey().wireName())))
                .filter(PlainExpression::isUnmistakable)
                .findFirst();
    }

    private boolean isUnmistakable() {
        return JsonPath.detect(text, Limits.WIDEST)
                .expression()
                .filter(path -> path.dialect() == dialect)
                .isPresent();
    }

    /** The text of the only jsonpath2 filter among these; empty if there is none, or more than one. */
    static Optional<String> jsonpath2(JsonArray filters) {
        String name = FilterDialect.JSONPATH2.wireName();
        var texts = filters.stream()
                .map(JsonValue::asJsonObject)
                .filter(filter -> filter.containsKey(name))
                .map(filter -> ((JsonString) filter.get(name)).getString())
                .toList();
        return texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
    }

    /** The list of one filter that says the same. */
    JsonArray filters() {
        FilterDialect name = dialect == Dialect.JSONPATH2 ? FilterDialect.JSONPATH2 : FilterDialect.JSONPATH;
        return JsonText.JSON
                .createArrayBuilder()
                .add(JsonText.JSON.createObjectBuilder().add(name.wireName(), text))
                .build();
    }
}
