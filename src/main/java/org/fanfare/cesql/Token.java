package org.fanfare.cesql;

import java.util.Locale;

/**
 * A piece of an expression.
 *
 * @param text as written; of a string, what it stands for
 */
record Token(Kind kind, String text, int position) {

    enum Kind {
        /** A name or keyword. */
        WORD,
        /** Digits, without a sign. */
        DIGITS,
        STRING,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String upperCase) {
        return kind == Kind.WORD && upper().equals(upperCase);
    }

    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }

    /** For a sentence that says what was found. */
    String shown() {
        String cut = text.length() > 40 ? text.substring(0, text.offsetByCodePoints(0, 20)) + "..." : text;
        return switch (kind) {
            case END -> "the end";
            case STRING -> "the string '" + cut + "'";
            default -> "'" + cut + "'";
        };
    }
}
