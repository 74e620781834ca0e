package org.fanfare.jayway;

import java.util.Optional;

/** What became of a text that was to be an expression. */
public sealed interface Compilation {

    /** The expression, if the text was one. */
    Optional<JaywayPath> path();

    /** The text was an expression. */
    record Compiled(JaywayPath jaywayPath) implements Compilation {
        @Override
        public Optional<JaywayPath> path() {
            return Optional.of(jaywayPath);
        }
    }

    /**
     * The text was no expression.
     *
     * @param message one sentence for the person who wrote the text; it names the position and what was expected there
     * @param position offset in the text, in UTF-16 units from 0, at which reading failed
     * @param expected what could have stood there
     */
    record Rejected(String message, int position, String expected) implements Compilation {
        @Override
        public Optional<JaywayPath> path() {
            return Optional.empty();
        }
    }
}
