package org.fanfare.jayway;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What a path made of a document: values, nothing, or a fault, which counts as no match but is worth recording. */
public sealed interface Evaluation {

    /** Whether at least one value was selected; also {@code null} and {@code false} are values. A fault is no match. */
    boolean matches();

    /** The values selected, as many as were asked for; some may be null. None after a fault. */
    List<Object> values();

    /** Why the path could not be evaluated to its end, if it could not. */
    Optional<Faulted> fault();

    /** At least one value was selected. */
    record Found(List<Object> values) implements Evaluation {
        public Found {
            values = Collections.unmodifiableList(values);
        }

        @Override
        public boolean matches() {
            return true;
        }

        @Override
        public Optional<Faulted> fault() {
            return Optional.empty();
        }
    }

    /** The document holds nothing the path asks for. */
    record Nothing() implements Evaluation {
        static final Nothing NOTHING = new Nothing();

        @Override
        public boolean matches() {
            return false;
        }

        @Override
        public List<Object> values() {
            return List.of();
        }

        @Override
        public Optional<Faulted> fault() {
            return Optional.empty();
        }
    }

    /**
     * The evaluation was not begun or broke down.
     *
     * @param reason what kind of fault it is
     * @param sentence the same for the owner of the path
     */
    record Faulted(Reason reason, String sentence) implements Evaluation {
        @Override
        public boolean matches() {
            return false;
        }

        @Override
        public List<Object> values() {
            return List.of();
        }

        @Override
        public Optional<Faulted> fault() {
            return Optional.of(this);
        }
    }

    /** The kinds of fault. */
    enum Reason {
        /** The library has no answer: a function or an operator met values that it is not made for. */
        BROKEN,
        /** The document is nested too deeply. */
        DEPTH,
        /** The evaluation could take too long or too much memory on this document. */
        SIZE,
        /** A regular expression could take too long on this document. */
        PATTERN
    }
}
