package org.fanfare.filter;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fanfare.filter.AttributeFilter.Comparison;
import org.fanfare.problem.Fault;
import org.fanfare.syntax.Compilation;

/**
 * Compiles filters from their JSON: {@code {"exact": {"type": "t"}}}, {@code {"all": [...]}}, {@code {"sql": "..."}} and
 * so on (CloudEvents Subscriptions API, 3.2.4). Every fault is told to a consumer, with a pointer that begins at the value
 * that was to be read; if there was one, there is no filter.
 */
public final class FilterReader {

    /** So many filters may be within one another and beside each other in all; each is tested at every candidate. */
    public static final int MOST_FILTERS = 256;

    private static final String NAME = "[a-z0-9]+";

    private final ExpressionReader expressions;
    private final int nesting;

    public FilterReader(ExpressionSettings settings) {
        this.expressions = new ExpressionReader(settings);
        this.nesting = settings.limits().nesting();
    }

    /** The filter that matches where all of {@code filters} do; an empty array matches every event. */
    public Optional<Filter> all(JsonValue filters, Consumer<Fault> refuse) {
        List<Fault> faults = new ArrayList<>();
        Filter filter = new Reading(faults).all(filters, true);
        faults.forEach(refuse);
        return faults.isEmpty() ? Optional.of(filter) : Optional.empty();
    }

    /** One array of filters on its way; a value that cannot be read is null, and a fault tells why. */
    private final class Reading {

        private final List<Fault> faults;
        private String pointer = "";
        private String subject = "filters";
        private int level;
        private int count;

        Reading(List<Fault> faults) {
            this.faults = faults;
        }

        Filter all(JsonValue value, boolean mayBeEmpty) {
            return AllFilter.of(list(value, mayBeEmpty));
        }

        private List<Filter> list(JsonValue value, boolean mayBeEmpty) {
            if (!(value instanceof JsonArray array)) {
                refuse("must be an array of filters.");
                return List.of();
            }
            if (array.isEmpty() && !mayBeEmpty) {
                refuse("needs at least one filter.");
            }
            List<Filter> filters = new ArrayList<>();
            for (int i = 0; i < array.size() && count <= MOST_FILTERS; i++) {
                JsonValue element = array.get(i);
                Filter filter = within(String.valueOf(i), "filter " + i, () -> filter(element));
                if (filter != null) {
                    filters.add(filter);
                }
            }
            return filters;
        }

        private Filter filter(JsonValue value) {
            if (++count > MOST_FILTERS) {
                return refuse("is one too many: at most %d filters are taken.".formatted(MOST_FILTERS));
            }
            if (!(value instanceof JsonObject object) || object.size() != 1) {
                return refuse("must be an object with one member, whose name is the dialect.");
            }
            Map.Entry<String, JsonValue> only = object.entrySet().iterator().next();
            return within(only.getKey(), () -> filter(FilterDialect.named(only.getKey()), only.getValue()));
        }

        private Filter filter(Optional<FilterDialect> dialect, JsonValue value) {
            return dialect.isEmpty()
                    ? refuse("is no dialect of filters. There are " + FilterDialect.names() + ".")
                    : filter(dialect.get(), value);
        }

        private Filter filter(FilterDialect dialect, JsonValue value) {
            if (level >= nesting) {
                return refuse("is nested deeper than %d levels.".formatted(nesting));
            }
            level++;
            try {
                return switch (dialect) {
                    case EXACT -> attributes(Comparison.EXACT, value);
                    case PREFIX -> attributes(Comparison.PREFIX, value);
                    case SUFFIX -> attributes(Comparison.SUFFIX, value);
                    case ALL -> all(value, false);
                    case ANY -> any(value);
                    case NOT -> not(value);
                    default -> expression(dialect, value);
                };
            } finally {
                level--;
            }
        }

        private Filter any(JsonValue value) {
            return AnyFilter.of(list(value, false));
        }

        private Filter not(JsonValue value) {
            Filter part = filter(value);
            return part == null ? null : new NotFilter(part);
        }

        private Filter attributes(Comparison comparison, JsonValue value) {
            if (!(value instanceof JsonObject object) || object.isEmpty()) {
                return refuse("must be an object with the names and texts of one or more attributes.");
            }
            SortedMap<String, String> texts = new TreeMap<>();
            object.forEach((name, text) -> within(name, () -> {
                if (!name.matches(NAME)) {
                    refuse("is no name of an attribute: those have lower-case letters a to z and digits only.");
                } else if (text instanceof JsonString string
                        && !string.getString().isEmpty()) {
                    texts.put(name, string.getString());
                } else {
                    refuse("must be a text that is not empty.");
                }
                return null;
            }));
            return new AttributeFilter(comparison, texts);
        }

        private Filter expression(FilterDialect dialect, JsonValue value) {
            if (!(value instanceof JsonString text)) {
                return refuse("must be a string, an expression.");
            }
            Compilation<Filter> compilation = expressions.read(dialect, text.getString());
            compilation
                    .rejection()
                    .ifPresent(rejected -> faults.add(fault("cannot be read: " + rejected.message())
                            .at(rejected.position(), rejected.expected())));
            return compilation.expression().orElse(null);
        }

        private <T> T within(String member, Supplier<T> reading) {
            return within(member, member, reading);
        }

        private <T> T within(String member, String name, Supplier<T> reading) {
            String pointerOutside = pointer;
            String subjectOutside = subject;
            pointer += Fault.ofMember(member, "").pointer();
            subject = name;
            T read = reading.get();
            pointer = pointerOutside;
            subject = subjectOutside;
            return read;
        }

        private <T> T refuse(String predicate) {
            faults.add(fault(predicate));
            return null;
        }

        private Fault fault(String predicate) {
            return new Fault(pointer, subject + " " + predicate);
        }
    }
}
