package org.fanfare.jayway;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.fanfare.syntax.SyntaxFault;

/**
 * Reads the regular expressions whose matching by the JDK can be foreseen. Only single characters are repeated, so that
 * nothing recurses along the string, and there are no references and no looking around.
 */
final class RegexReader {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_GROUPS = 20;
    private static final int MAX_COUNT = 100;
    private static final double MAX_WAYS = 1000;

    private final Cursor cursor;
    private final StringBuilder out = new StringBuilder("/");
    private final int start;
    private int loops;
    private double ways = 1;
    private int depth;

    RegexReader(Cursor cursor) {
        this.cursor = cursor;
        this.start = cursor.position();
    }

    /** From one slash to the other, and the flags. */
    Regex read() {
        cursor.require("/", "'/'");
        alternatives();
        cursor.require("/", "'/' to close the regular expression begun at " + start);
        String flags = cursor.takeWhile(Draft::isPlain);
        if (!flags.chars().allMatch(flag -> "dimsuU".indexOf(flag) >= 0)) {
            throw SyntaxFault.unexpected("'" + flags + "'", cursor.position() - flags.length(), "flags of d i m s u U");
        }
        if (cursor.position() - start > MAX_LENGTH || ways > MAX_WAYS) {
            String expected = "at most %d characters and few choices".formatted(MAX_LENGTH);
            throw SyntaxFault.unacceptable("the regular expression is too complex", start, expected);
        }
        check();
        return new Regex(out.append('/').append(flags).toString(), cursor.since(start), loops, ways);
    }

    /** What is left to be wrong are ranges and the like. */
    private void check() {
        try {
            Pattern.compile(out.substring(1));
        } catch (PatternSyntaxException wrong) {
            throw SyntaxFault.unacceptable(
                    "the regular expression is wrong", start, "one that Java takes: " + wrong.getDescription());
        }
    }

    private void alternatives() {
        int arms = 1;
        while (!cursor.isAtEnd() && cursor.peek() != '/' && cursor.peek() != ')') {
            if (cursor.skip("|")) {
                out.append('|');
                arms++;
            } else if (cursor.peek() == '(') {
                group();
            } else if (cursor.peek() == '^' || cursor.peek() == '$') {
                out.append(cursor.take());
            } else {
                character();
                quantifier();
            }
        }
        ways *= arms;
    }

    private void group() {
        if (++depth > MAX_GROUPS) {
            throw SyntaxFault.unacceptable("nested too deeply", cursor.position(), "at most 20 groups in each other");
        }
        cursor.take();
        if (cursor.peek() == '?' && cursor.peek(1) != ':') {
            throw cursor.insteadOf("no group but '(...)' and '(?:...)'");
        }
        cursor.skip("?:");
        out.append("(?:");
        alternatives();
        cursor.require(")", "')' in the regular expression");
        out.append(')');
        depth--;
        if ("*+{".indexOf(cursor.peek()) >= 0 && !cursor.isAtEnd()) {
            throw cursor.insteadOf("no repetition of a group: it cannot be stopped");
        }
        if (cursor.skip("?")) {
            out.append('?');
            ways *= 2;
        }
    }

    private void character() {
        char here = cursor.peek();
        if (here == '\\') {
            escape();
        } else if (here == '[') {
            characterClass();
        } else if (here == '.') {
            out.append(cursor.take());
        } else if ("*+?{}]".indexOf(here) >= 0) {
            throw cursor.insteadOf("a character, a class or a group before the quantifier");
        } else {
            literal(cursor.take());
        }
    }

    /** Half a pair of surrogates is not escaped: the JDK takes the pair for one character. */
    private void literal(char unit) {
        out.append(Draft.isPlain(unit) || unit >= 0x80 ? Character.toString(unit) : "\\x%02x".formatted((int) unit));
    }

    private void escape() {
        char kind = cursor.peek(1);
        cursor.take();
        if (kind == 'u' && cursor.hexadecimal(1, 4) || kind == 'x' && cursor.hexadecimal(1, 2)) {
            out.append('\\').append(cursor.take());
            for (int digits = kind == 'u' ? 4 : 2; digits > 0; digits--) {
                out.append(cursor.take());
            }
        } else if ("dDwWsShHvVtnrfbB".indexOf(kind) >= 0 && kind != 0) {
            out.append('\\').append(cursor.take());
        } else if (kind > ' ' && kind < 0x7f && !Draft.isPlain(kind)) {
            literal(cursor.take());
        } else {
            throw cursor.insteadOf("one of d D w W s S h H v V t n r f b B x u or a sign behind '\\'");
        }
    }

    private void characterClass() {
        out.append(cursor.take());
        if (cursor.skip("^")) {
            out.append('^');
        }
        int begun = out.length();
        while (cursor.peek() != ']') {
            char here = cursor.peek();
            if (cursor.isAtEnd() || here == '[' || here == '&' || here == '/') {
                throw cursor.insteadOf("a character of the class, or ']'");
            }
            if (here == '\\' && (cursor.peek(1) | 32) == 'b') {
                throw cursor.insteadOf("a character of the class, or ']'");
            } else if (here == '\\') {
                escape();
            } else if (here == '-') {
                out.append(cursor.take());
            } else {
                literal(cursor.take());
            }
        }
        if (out.length() == begun) {
            throw cursor.insteadOf("a character of the class");
        }
        out.append(cursor.take());
    }

    private void quantifier() {
        char sign = cursor.peek();
        if (sign == '{') {
            count();
        } else if (sign == '*' || sign == '+') {
            loops++;
            out.append(cursor.take());
        } else if (sign == '?') {
            ways *= 2;
            out.append(cursor.take());
        } else {
            return;
        }
        if (cursor.peek() == '?' || cursor.peek() == '+') {
            out.append(cursor.take());
        }
        if ("*+?{".indexOf(cursor.peek()) >= 0 && !cursor.isAtEnd()) {
            throw cursor.insteadOf("no quantifier behind a quantifier");
        }
    }

    private void count() {
        int begun = cursor.position();
        cursor.take();
        int least = number(begun);
        int most = cursor.skip(",") ? number(begun) : least;
        cursor.require("}", "'}'");
        if (most < least || most > MAX_COUNT) {
            throw SyntaxFault.unacceptable("the count is too large", begun, "{n} or {n,m} of at most " + MAX_COUNT);
        }
        ways *= most - least + 1;
        out.append(cursor.since(begun));
    }

    private int number(int begun) {
        String digits = cursor.takeWhile(unit -> '0' <= unit && unit <= '9');
        if (digits.isEmpty() || digits.length() > 4) {
            throw SyntaxFault.unacceptable("the count has no bound", begun, "{n} or {n,m} of at most " + MAX_COUNT);
        }
        return Integer.parseInt(digits);
    }
}
