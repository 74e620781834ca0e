package org.fanfare.filter;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why a filter, or a part of one, matches an event or does not. */
public sealed interface Explanation {

    FilterDialect dialect();

    Verdict verdict();

    /** A sentence for the owner, where it does not match. */
    String whyNot();

    /** Filters that are made of filters; what became of each. */
    record OfParts(FilterDialect dialect, List<Explanation> parts, Verdict verdict) implements Explanation {

        static OfParts all(List<Explanation> parts) {
            return new OfParts(
                    FilterDialect.ALL, parts, Verdict.of(parts, Explanation::verdict, Verdict.Plain.NO_MATCH));
        }

        static OfParts any(List<Explanation> parts) {
            return new OfParts(FilterDialect.ANY, parts, Verdict.of(parts, Explanation::verdict, Verdict.Plain.MATCH));
        }

        static OfParts not(Explanation part) {
            return new OfParts(FilterDialect.NOT, List.of(part), part.verdict().negated());
        }

        @Override
        public String whyNot() {
            if (dialect == FilterDialect.NOT) {
                return "It must not match what stands behind \"not\", and does.";
            }
            Explanation part = parts.stream()
                    .filter(each -> each.verdict().equals(verdict))
                    .findFirst()
                    .orElse(parts.get(0));
            return dialect == FilterDialect.ANY && parts.size() > 1
                    ? "None of %d alternatives matches; of one of them: %s".formatted(parts.size(), part.whyNot())
                    : part.whyNot();
        }
    }

    /**
     * A comparison of attributes with texts.
     *
     * @param found what the event has of these attributes; null where it has none
     * @param failed the first that does not agree; empty if all do
     */
    record OfAttributes(AttributeFilter filter, JsonObject found, Optional<String> failed) implements Explanation {

        @Override
        public FilterDialect dialect() {
            return switch (filter.comparison()) {
                case EXACT -> FilterDialect.EXACT;
                case PREFIX -> FilterDialect.PREFIX;
                case SUFFIX -> FilterDialect.SUFFIX;
            };
        }

        @Override
        public Verdict verdict() {
            return Verdict.of(failed.isEmpty());
        }

        @Override
        public String whyNot() {
            String name = failed.orElseThrow();
            if (!(found.get(name) instanceof JsonString text)) {
                return "The event has no attribute %s.".formatted(name);
            }
            String relation = Map.of(
                            FilterDialect.EXACT, "is not",
                            FilterDialect.PREFIX, "does not begin with",
                            FilterDialect.SUFFIX, "does not end with")
                    .get(dialect());
            JsonValue wanted = EventFacts.JSON.createValue(filter.texts().get(name));
            return "The attribute %s %s %s: it is %s."
                    .formatted(name, relation, Condition.shortened(wanted), Condition.shortened(text));
        }
    }

    /**
     * An expression.
     *
     * @param text as its owner wrote it
     * @param note why the language itself has no answer, where that is no fault
     * @param conditions what it requires, as far as that can be told
     * @param values the first that it selects, if it is of a language that selects
     */
    record OfText(
            FilterDialect dialect,
            String text,
            Verdict verdict,
            Optional<String> note,
            List<Condition> conditions,
            Excerpt values)
            implements Explanation {

        private static final int LONGEST_TOLD = 200;

        @Override
        public String whyNot() {
            if (verdict instanceof Verdict.Broken broken) {
                return "The expression %s broke down: %s".formatted(told(), broken.sentence());
            }
            return conditions.stream()
                    .filter(Condition::isUnmet)
                    .findFirst()
                    .map(Condition::whyUnmet)
                    .or(() -> note.map(why -> "The expression %s has no answer here: %s".formatted(told(), why)))
                    .orElseGet(() -> dialect == FilterDialect.SQL
                            ? "The expression %s is not true of the event.".formatted(told())
                            : "The expression %s selects nothing in the event.".formatted(told()));
        }

        private String told() {
            return text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD) + "...";
        }
    }

    /** What was accepted once and cannot be read now. */
    record Unreadable(String sentence) implements Explanation {

        @Override
        public FilterDialect dialect() {
            return FilterDialect.ALL;
        }

        @Override
        public Verdict verdict() {
            return new Verdict.Broken(sentence);
        }

        @Override
        public String whyNot() {
            return "The filter cannot be read any more: " + sentence;
        }
    }
}
