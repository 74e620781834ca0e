package org.fanfare.syntax;

/** Leaves a parser at the first thing it cannot read; {@link Compilation#of} turns it into a rejection. */
public final class SyntaxFault extends RuntimeException {

    private final transient int position;
    private final transient String expected;

    private SyntaxFault(String message, int position, String expected) {
        super(message, null, false, false);
        this.position = position;
        this.expected = expected;
    }

    /** Something else than the expected stands at the position. */
    public static SyntaxFault unexpected(String found, int position, String expected) {
        return new SyntaxFault(
                "At position %d: found %s, expected %s.".formatted(position, found, expected), position, expected);
    }

    /** The text is readable so far but not acceptable. */
    public static SyntaxFault unacceptable(String why, int position, String expected) {
        return new SyntaxFault(
                "At position %d: %s, expected %s.".formatted(position, why, expected), position, expected);
    }

    int position() {
        return position;
    }

    String expected() {
        return expected;
    }
}
