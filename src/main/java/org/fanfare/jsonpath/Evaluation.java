package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** What an expression made of a document: values, nothing, or a fault, which counts as no match but is worth recording. */
public sealed interface Evaluation {

    /** Whether at least one value was selected; also {@code null} and {@code false} are values. A fault is no match. */
    boolean matches();

    /** The values selected, in the order of the document; none after a fault. */
    List<JsonValue> values();

    /** Why the expression could not be evaluated to its end, if it could not. */
    Optional<Faulted> fault();

    /** At least one value was selected. */
    record Found(List<JsonValue> values) implements Evaluation {
        @Override
        public boolean matches() {
            return true;
        }

        @Override
        public Optional<Faulted> fault() {
            return Optional.empty();
        }
    }

    /** The document holds nothing the expression asks for. */
    record Nothing() implements Evaluation {
        static final Nothing NOTHING = new Nothing();

        @Override
        public boolean matches() {
            return false;
        }

        @Override
        public List<JsonValue> values() {
            return List.of();
        }

        @Override
        public Optional<Faulted> fault() {
            return Optional.empty();
        }
    }

    /**
     * The evaluation was broken off.
     *
     * @param reason what kind of fault it is
     * @param sentence the same for the owner of the expression
     */
    record Faulted(Reason reason, String sentence) implements Evaluation {
        @Override
        public boolean matches() {
            return false;
        }

        @Override
        public List<JsonValue> values() {
            return List.of();
        }

        @Override
        public Optional<Faulted> fault() {
            return Optional.of(this);
        }
    }

    /** The kinds of fault. */
    enum Reason {
        /** A jsonpath2 slice with step 0 met an array. */
        ZERO_STEP(true),
        /** {@code contains} met values it is not made for. */
        CONTAINS(true),
        /** The evaluation took more steps than its budget has. */
        STEPS(false),
        /** The expression selects more values than the budget allows. */
        RESULTS(false),
        /** The document, or the way of the expression through it, is nested too deeply. */
        DEPTH(false),
        /** A regular expression is too large. */
        PATTERN(false);

        private final boolean ofExpression;

        Reason(boolean ofExpression) {
            this.ofExpression = ofExpression;
        }

        /** Whether the language itself has no answer here; otherwise a bound of this service was reached. */
        public boolean isOfExpression() {
            return ofExpression;
        }
    }
}
