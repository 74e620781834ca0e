package org.fanfare.filter;

import java.util.Optional;
import java.util.function.Consumer;
import org.fanfare.jsonpath.Compilation;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.jsonpath.JsonPath;

/** Compiles the filters that are a text in some language. */
public final class ExpressionReader {

    private final ExpressionSettings settings;

    public ExpressionReader(ExpressionSettings settings) {
        this.settings = settings;
    }

    /**
     * The filter that the text says.
     *
     * @param dialect one whose filters are a text
     * @param refuse told why there is none: where in the text, and what was expected there
     */
    public Optional<Filter> read(FilterDialect dialect, String text, Consumer<String> refuse) {
        return switch (dialect) {
            case JSONPATH -> jsonPath(JsonPath.read(Dialect.RFC9535, text, settings.limits()), refuse);
            case JSONPATH2 -> jsonPath(JsonPath.read(Dialect.JSONPATH2, text, settings.limits()), refuse);
            default -> throw new IllegalArgumentException("filters of the dialect " + dialect + " are no texts");
        };
    }

    private static Optional<Filter> jsonPath(Compilation compilation, Consumer<String> refuse) {
        if (compilation instanceof Compilation.Rejected rejected) {
            refuse.accept(rejected.message());
        }
        return compilation.path().map(JsonPathFilter::new);
    }
}
