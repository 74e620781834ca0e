package org.fanfare.filter;

import org.fanfare.cesql.Cesql;
import org.fanfare.jayway.JaywayPath;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.jsonpath.JsonPath;
import org.fanfare.syntax.Compilation;
import org.fanfare.syntax.Limits;
import org.fanfare.syntax.SyntaxFault;

/** Compiles the filters that are a text in some language. */
public final class ExpressionReader {

    private final ExpressionSettings settings;

    public ExpressionReader(ExpressionSettings settings) {
        this.settings = settings;
    }

    /**
     * What the text says as a filter.
     *
     * @param dialect one whose filters are a text
     */
    public Compilation<Filter> read(FilterDialect dialect, String text) {
        Limits limits = settings.limits();
        return switch (dialect) {
            case JSONPATH -> JsonPath.read(Dialect.RFC9535, text, limits).map(JsonPathFilter::new);
            case JSONPATH2 -> JsonPath.read(Dialect.JSONPATH2, text, limits).map(JsonPathFilter::new);
            case JAYWAY ->
                settings.jayway()
                        ? JaywayPath.compile(text, limits).map(JaywayFilter::new)
                        : Compilation.of(text, limits, ExpressionReader::refuseJayway);
            case SQL -> Cesql.compile(text, limits).map(SqlFilter::new);
            default -> throw new IllegalArgumentException("filters of the dialect " + dialect + " are no texts");
        };
    }

    private static Filter refuseJayway(String text) {
        throw SyntaxFault.unacceptable(
                "this dialect is switched off here (fanfare.expressions.jayway)", 0, "another dialect");
    }
}
