package org.fanfare.cesql;

import java.util.Optional;

/** What an expression made of an event. Only a boolean that is true, and came about without a fault, is a match. */
public sealed interface Evaluation {

    /** Whether the event passes the filter. */
    boolean matches();

    /** The value; after a fault what the specification gives in its place. */
    Value value();

    /** Why the evaluation went wrong, if it did. */
    Optional<Faulted> fault();

    /** The expression is true or false for the event. */
    record Answered(boolean matches) implements Evaluation {
        @Override
        public Value value() {
            return Value.Truth.of(matches);
        }

        @Override
        public Optional<Faulted> fault() {
            return Optional.empty();
        }
    }

    /** The expression has a value that is no boolean, so it is no filter for this event. */
    record NotBoolean(Value value) implements Evaluation {
        @Override
        public boolean matches() {
            return false;
        }

        @Override
        public Optional<Faulted> fault() {
            return Optional.empty();
        }
    }

    /**
     * Something went wrong; this is the first thing that did, the evaluation does not look for more.
     *
     * @param reason what kind of fault it is
     * @param sentence the same for the owner of the expression
     */
    record Faulted(Reason reason, String sentence, Value value) implements Evaluation {
        @Override
        public boolean matches() {
            return false;
        }

        @Override
        public Optional<Faulted> fault() {
            return Optional.of(this);
        }
    }

    /** The kinds of fault. */
    enum Reason {
        /** A division by zero, or a result that is no integer of 32 bits. */
        MATH(true),
        /** A value cannot be taken for one of the type that is needed. */
        CAST(true),
        /** The event has no attribute of that name. */
        MISSING_ATTRIBUTE(true),
        /** There is no function of that name with so many arguments. */
        MISSING_FUNCTION(true),
        /** A function does not take the argument it was given. */
        FUNCTION(true),
        /** The evaluation took more steps than it was given. */
        STEPS(false);

        private final boolean ofExpression;

        Reason(boolean ofExpression) {
            this.ofExpression = ofExpression;
        }

        /** Whether it is the language that has no answer; otherwise a bound of this service was reached. */
        public boolean isOfExpression() {
            return ofExpression;
        }
    }
}
