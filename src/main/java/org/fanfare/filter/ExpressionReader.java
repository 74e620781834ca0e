package org.fanfare.filter;

import java.util.Optional;
import java.util.function.Consumer;
import org.fanfare.cesql.Cesql;
import org.fanfare.jayway.JaywayPath;
import org.fanfare.jsonpath.Compilation;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.jsonpath.JsonPath;
import org.fanfare.jsonpath.Limits;
import org.fanfare.problem.Fault;

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
        return compile(dialect, text, fault -> refuse.accept(fault.detail()));
    }

    /** The same; the fault that tells why there is none points to the text, and has the place in it as members. */
    public Optional<Filter> compile(FilterDialect dialect, String text, Consumer<Fault> refuse) {
        Limits limits = settings.limits();
        return switch (dialect) {
            case JSONPATH -> jsonPath(JsonPath.read(Dialect.RFC9535, text, limits), refuse);
            case JSONPATH2 -> jsonPath(JsonPath.read(Dialect.JSONPATH2, text, limits), refuse);
            case SQL -> sql(Cesql.compile(text, limits.length(), limits.nesting()), refuse);
            case JAYWAY -> jayway(text, refuse);
            default -> throw new IllegalArgumentException("filters of the dialect " + dialect + " are no texts");
        };
    }

    private Optional<Filter> jayway(String text, Consumer<Fault> refuse) {
        if (!settings.jayway()) {
            refuse.accept(new Fault("", "This dialect is switched off here (fanfare.expressions.jayway)."));
            return Optional.empty();
        }
        Limits limits = settings.limits();
        org.fanfare.jayway.Compilation compilation = JaywayPath.compile(text, limits.length(), limits.nesting());
        if (compilation instanceof org.fanfare.jayway.Compilation.Rejected rejected) {
            refuse.accept(new Fault("", rejected.message()).at(rejected.position(), rejected.expected()));
        }
        return compilation.path().map(JaywayFilter::new);
    }

    private static Optional<Filter> sql(org.fanfare.cesql.Compilation compilation, Consumer<Fault> refuse) {
        if (compilation instanceof org.fanfare.cesql.Compilation.Rejected rejected) {
            refuse.accept(new Fault("", rejected.message()).at(rejected.position(), rejected.expected()));
        }
        return compilation.expression().map(SqlFilter::new);
    }

    private static Optional<Filter> jsonPath(Compilation compilation, Consumer<Fault> refuse) {
        if (compilation instanceof Compilation.Rejected rejected) {
            refuse.accept(new Fault("", rejected.message()).at(rejected.position(), rejected.expected()));
        }
        return compilation.path().map(JsonPathFilter::new);
    }
}
