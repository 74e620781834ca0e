package org.fanfare.cesql;

import java.util.Arrays;

/**
 * A pattern of {@code LIKE}. It is matched without backtracking over more than the last {@code %}, so that the time is at
 * most the product of the lengths, and paid for.
 */
final class Pattern {

    private static final int ANY_TEXT = -1;
    private static final int ANY_CHARACTER = -2;

    private final String literal;
    private final int[] signs;

    Pattern(String literal) {
        this.literal = literal;
        int[] read = new int[literal.length()];
        int count = 0;
        for (int i = 0; i < literal.length(); count++) {
            int here = literal.codePointAt(i);
            i += Character.charCount(here);
            if (here == '\\' && i < literal.length() && "%_\\".indexOf(literal.charAt(i)) >= 0) {
                read[count] = literal.charAt(i++);
            } else {
                read[count] = here == '%' ? ANY_TEXT : here == '_' ? ANY_CHARACTER : here;
            }
        }
        signs = Arrays.copyOf(read, count);
    }

    /** As it was written. */
    String literal() {
        return literal;
    }

    boolean matches(String text, Run run) {
        int at = 0;
        int sign = 0;
        int retryAt = -1;
        int retrySign = -1;
        for (int work = 1; at < text.length(); work++) {
            if (work % 32 == 0) {
                run.charge(1);
            }
            int here = text.codePointAt(at);
            if (sign < signs.length && signs[sign] == ANY_TEXT) {
                retrySign = ++sign;
                retryAt = at;
            } else if (sign < signs.length && (signs[sign] == ANY_CHARACTER || signs[sign] == here)) {
                at += Character.charCount(here);
                sign++;
            } else if (retrySign >= 0) {
                retryAt += Character.charCount(text.codePointAt(retryAt));
                at = retryAt;
                sign = retrySign;
            } else {
                return false;
            }
        }
        while (sign < signs.length && signs[sign] == ANY_TEXT) {
            sign++;
        }
        return sign == signs.length;
    }
}
