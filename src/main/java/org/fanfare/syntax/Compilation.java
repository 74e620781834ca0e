package org.fanfare.syntax;

import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a text that was to be an expression.
 *
 * @param <E> the expression
 */
public sealed interface Compilation<E> {

    /**
     * What a parser makes of the text.
     *
     * @param parser leaves with a {@link SyntaxFault} where it cannot read on; not asked about a text that is too long
     */
    static <E> Compilation<E> of(String text, Limits limits, Function<String, E> parser) {
        try {
            if (text.length() > limits.length()) {
                String expected = "at most %d characters".formatted(limits.length());
                throw SyntaxFault.unacceptable("the expression is too long", limits.length(), expected);
            }
            return new Compiled<>(parser.apply(text));
        } catch (SyntaxFault fault) {
            return new Rejected<>(fault.getMessage(), fault.position(), fault.expected());
        }
    }

    /** The expression, if the text was one. */
    Optional<E> expression();

    /** What is wrong with the text, if it was none. */
    Optional<Rejected<E>> rejection();

    /** The same of what is made of the expression. */
    <F> Compilation<F> map(Function<E, F> function);

    /** The text was an expression. */
    record Compiled<E>(E value) implements Compilation<E> {
        @Override
        public Optional<E> expression() {
            return Optional.of(value);
        }

        @Override
        public Optional<Rejected<E>> rejection() {
            return Optional.empty();
        }

        @Override
        public <F> Compilation<F> map(Function<E, F> function) {
            return new Compiled<>(function.apply(value));
        }
    }

    /**
     * The text was no expression.
     *
     * @param message one sentence for the person who wrote the text; it names the position and what was expected there
     * @param position offset in the text, in UTF-16 units from 0, at which reading failed
     * @param expected what could have stood there
     */
    record Rejected<E>(String message, int position, String expected) implements Compilation<E> {
        @Override
        public Optional<E> expression() {
            return Optional.empty();
        }

        @Override
        public Optional<Rejected<E>> rejection() {
            return Optional.of(this);
        }

        @Override
        public <F> Compilation<F> map(Function<E, F> function) {
            return new Rejected<>(message, position, expected);
        }
    }
}
