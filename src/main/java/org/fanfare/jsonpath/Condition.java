package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import java.util.List;
import org.fanfare.trait.Trait;

/** What a filter asks of the current value. */
sealed interface Condition
        permits Condition.All,
                Condition.Any,
                Condition.Not,
                Condition.Exists,
                Condition.Truth,
                Comparison,
                StandardComparison,
                Matching {

    boolean holds(JsonValue current, Run run);

    /** Adds what must be so if this holds for the value {@code here}; by default nothing is known. */
    default void require(Here here, RequirementCollector into) {
        into.cannotTell();
    }

    /** What members the current value must have if this holds. */
    default Members members() {
        return Members.NONE;
    }

    void print(Printer out);

    /** Whether this needs parentheses where it is part of a list. */
    default boolean isList() {
        return false;
    }

    /** Whether this needs parentheses behind a negation. */
    default boolean isCompound() {
        return isList();
    }

    /** Every part holds; parts behind the first that does not are not looked at. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(JsonValue current, Run run) {
            for (int i = 0; i < parts.size(); i++) {
                if (!parts.get(i).holds(current, run)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void require(Here here, RequirementCollector into) {
            Here narrowed = here.with(members());
            parts.forEach(part -> part.require(narrowed, into));
        }

        @Override
        public Members members() {
            return parts.stream().map(Condition::members).reduce(Members.NONE, Members::and);
        }

        @Override
        public void print(Printer out) {
            out.list("", parts, Condition::printPart, out.and(), "");
        }

        @Override
        public boolean isList() {
            return true;
        }
    }

    /** One part holds; parts behind the first that does are not looked at. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(JsonValue current, Run run) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).holds(current, run)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void require(Here here, RequirementCollector into) {
            into.addAny(parts, here);
        }

        @Override
        public void print(Printer out) {
            out.list("", parts, Condition::printPart, out.or(), "");
        }

        @Override
        public boolean isList() {
            return true;
        }
    }

    /** The opposite. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(JsonValue current, Run run) {
            return !condition.holds(current, run);
        }

        @Override
        public void print(Printer out) {
            out.text(out.not());
            out.enclosed(condition.isCompound(), () -> condition.print(out));
        }

        @Override
        public boolean isCompound() {
            return true;
        }
    }

    /** The path selects something, whatever it is. */
    record Exists(Path path) implements Condition {
        @Override
        public boolean holds(JsonValue current, Run run) {
            return path.exists(current, run);
        }

        @Override
        public void require(Here here, RequirementCollector into) {
            path.require(here, Trait.Present::new, into);
        }

        @Override
        public Members members() {
            return path.members(Trait.ANYTHING);
        }

        @Override
        public void print(Printer out) {
            path.print(out);
        }
    }

    /** jsonpath2: a literal standing alone holds by what it is. */
    record Truth(Literal literal) implements Condition {
        @Override
        public boolean holds(JsonValue current, Run run) {
            return literal.isTrue();
        }

        @Override
        public void print(Printer out) {
            literal.print(out);
        }
    }

    private void printPart(Printer out) {
        out.enclosed(isList(), () -> print(out));
    }
}
