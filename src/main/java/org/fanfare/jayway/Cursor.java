package org.fanfare.jayway;

import java.util.function.Predicate;
import org.fanfare.syntax.SyntaxFault;

/** A place in the text of a path, and what depends on the way to it. */
final class Cursor {

    private final String text;
    private final int maxNesting;
    private int at;
    private int nesting;

    Cursor(String text, int maxNesting) {
        this.text = text;
        this.maxNesting = maxNesting;
    }

    int position() {
        return at;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /** The character here, or 0 at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    char take() {
        return text.charAt(at++);
    }

    boolean isAt(String sign) {
        return text.startsWith(sign, at);
    }

    boolean skip(String sign) {
        boolean found = isAt(sign);
        at += found ? sign.length() : 0;
        return found;
    }

    void require(String sign, String expected) {
        if (!skip(sign)) {
            throw insteadOf(expected);
        }
    }

    /** The library knows only the blank as such. */
    void blanks() {
        while (peek() == ' ') {
            at++;
        }
    }

    /** The characters from here on that are of a kind. */
    String takeWhile(Predicate<Character> kind) {
        int start = at;
        while (!isAtEnd() && kind.test(peek())) {
            at++;
        }
        return text.substring(start, at);
    }

    String since(int start) {
        return text.substring(start, at);
    }

    void nested(Runnable inner) {
        if (++nesting > maxNesting) {
            throw SyntaxFault.unacceptable(
                    "nested too deeply", at, "at most %d levels of nesting".formatted(maxNesting));
        }
        inner.run();
        nesting--;
    }

    SyntaxFault insteadOf(String expected) {
        String found = isAtEnd() ? "the end" : "'" + Character.toString(text.codePointAt(at)) + "'";
        return SyntaxFault.unexpected(found, at, expected);
    }

    /** A string in single or double quotes; the escapes are those that the library decodes. */
    String string() {
        int start = at;
        char quote = take();
        StringBuilder decoded = new StringBuilder();
        while (isAtEnd() || peek() != quote) {
            if (isAtEnd()) {
                throw insteadOf(quote + " to close the string begun at " + start);
            }
            decoded.append(peek() == '\\' ? escape() : take());
        }
        at++;
        return decoded.toString();
    }

    private char escape() {
        int simple = "bfnrt/\\'\"".indexOf(peek(1));
        if (peek(1) == 'u' && hexadecimal(2, 4)) {
            at += 6;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        if (simple < 0 || peek(1) == 0) {
            throw insteadOf("one of b f n r t / \\ ' \" or u and four hexadecimal digits behind '\\'");
        }
        at += 2;
        return "\b\f\n\r\t/\\'\"".charAt(simple);
    }

    /** Whether so many hexadecimal digits stand so far ahead. */
    boolean hexadecimal(int ahead, int digits) {
        for (int i = ahead; i < ahead + digits; i++) {
            if (peek(i) > 'f' || Character.digit(peek(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
