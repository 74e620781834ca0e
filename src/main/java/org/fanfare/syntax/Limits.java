package org.fanfare.syntax;

/**
 * How large an expression may be. What is compiled within any limits can be compiled within the {@linkplain #WIDEST
 * widest}, for which the recursion of parsing, printing and evaluating is known to be harmless.
 *
 * @param length the most characters
 * @param nesting the most levels of brackets, parentheses and braces inside one another
 */
public record Limits(int length, int nesting) {

    private static final int MOST_LENGTH = 65_536;
    private static final int MOST_NESTING = 128;

    /** What applies unless somebody says otherwise. */
    public static final Limits USUAL = new Limits(8192, 64);

    /** There are no wider ones. */
    public static final Limits WIDEST = new Limits(MOST_LENGTH, MOST_NESTING);

    /** @throws IllegalArgumentException if they are wider than the widest */
    public Limits {
        if (length > MOST_LENGTH || nesting > MOST_NESTING) {
            throw new IllegalArgumentException(
                    "at most " + MOST_LENGTH + " characters and " + MOST_NESTING + " levels");
        }
    }
}
