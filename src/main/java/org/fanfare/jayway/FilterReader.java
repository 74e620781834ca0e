package org.fanfare.jayway;

import java.util.Locale;
import java.util.Set;
import org.fanfare.syntax.SyntaxFault;

/** Reads the condition of a filter and prints it as the library is to get it. */
final class FilterReader {

    private static final String[] SIGNS = {"===", "!==", "==", "!=", "<=", ">=", "=~", "<", ">"};
    /** What takes a path on its right, too. */
    private static final Set<String> ANY_RIGHT = Set.of("IN", "NIN");
    /** What takes a literal on its right: two parts of the document would be multiplied with each other. */
    private static final Set<String> LITERAL_RIGHT =
            Set.of("CONTAINS", "ALL", "SIZE", "EMPTY", "SUBSETOF", "ANYOF", "NONEOF");

    private final Cursor cursor;
    private final Draft draft;
    private final PathReader paths;

    FilterReader(Cursor cursor, Draft draft, PathReader paths) {
        this.cursor = cursor;
        this.draft = draft;
        this.paths = paths;
    }

    void parenthesized() {
        cursor.require("(", "'(' and a condition");
        draft.print("(");
        cursor.nested(this::or);
        cursor.require(")", "an operator or ')'");
        draft.print(")");
    }

    private void or() {
        and();
        while (cursor.skip("||")) {
            draft.print(" || ");
            and();
        }
    }

    private void and() {
        part();
        while (cursor.skip("&&")) {
            draft.print(" && ");
            part();
        }
    }

    private void part() {
        cursor.blanks();
        if (cursor.peek() == '!') {
            cursor.take();
            cursor.blanks();
            draft.print("!");
            if (cursor.peek() == '@' || cursor.peek() == '$') {
                absence();
            } else {
                cursor.nested(this::part);
            }
        } else if (cursor.peek() == '(') {
            parenthesized();
        } else {
            comparison();
        }
        cursor.blanks();
    }

    /** The library forgets the {@code !} if an operator follows. */
    private void absence() {
        paths.operand();
        cursor.blanks();
        if (!cursor.isAt(")") && !cursor.isAt("&&") && !cursor.isAt("||")) {
            throw cursor.insteadOf("'&&', '||' or ')': to negate a comparison, put it in brackets");
        }
    }

    private void comparison() {
        int start = cursor.position();
        Kind left = value();
        cursor.blanks();
        if (cursor.isAt(")") || cursor.isAt("&&") || cursor.isAt("||")) {
            if (!left.isPath()) {
                throw cursor.insteadOf("an operator");
            }
            return;
        }
        int position = cursor.position();
        String operator = operator();
        draft.print(" " + operator + " ");
        cursor.blanks();
        int behind = cursor.position();
        Kind right = value();
        if (!left.isPath() && !right.isPath()) {
            throw SyntaxFault.unacceptable("two literals", start, "a path on one side");
        }
        check(operator, position, left, right, behind);
    }

    private void check(String operator, int position, Kind left, Kind right, int behind) {
        boolean isRegex = left == Kind.REGEX || right == Kind.REGEX;
        if (isRegex != operator.equals("=~")) {
            throw SyntaxFault.unexpected("'" + operator + "'", position, "=~ with one /regular expression/");
        }
        boolean isWord = LITERAL_RIGHT.contains(operator) || ANY_RIGHT.contains(operator);
        if ((isWord || isRegex) && (left == Kind.ROOT || right == Kind.ROOT)) {
            throw SyntaxFault.unacceptable(
                    "'$' with '%s'".formatted(operator), position, "a path that begins with '@', or a comparison");
        }
        if (LITERAL_RIGHT.contains(operator) && right.isPath()) {
            throw SyntaxFault.unacceptable(
                    "a path behind '%s'".formatted(operator), behind, "a literal: two lists would be multiplied");
        }
    }

    private String operator() {
        for (String sign : SIGNS) {
            if (cursor.skip(sign)) {
                return sign;
            }
        }
        int start = cursor.position();
        String word =
                cursor.takeWhile(unit -> unit != ' ' && Draft.isPlain(unit)).toUpperCase(Locale.ROOT);
        if (!LITERAL_RIGHT.contains(word) && !ANY_RIGHT.contains(word) || cursor.peek() != ' ') {
            throw SyntaxFault.unexpected(
                    "'" + cursor.since(start) + "'",
                    start,
                    "one of == != === !== < <= > >= =~ && ||, or in nin contains all size empty subsetof anyof noneof"
                            + " and a blank");
        }
        return word;
    }

    private Kind value() {
        char here = cursor.peek();
        if (here == '@' || here == '$') {
            return paths.operand() ? Kind.ROOT : Kind.PATH;
        }
        if (here == '/') {
            draft.add(new RegexReader(cursor).read());
            return Kind.REGEX;
        }
        if (here == '[') {
            list();
        } else {
            scalar();
        }
        return Kind.LITERAL;
    }

    private void list() {
        cursor.take();
        draft.print("[");
        cursor.blanks();
        for (boolean more = cursor.peek() != ']'; more; more = cursor.skip(",")) {
            cursor.blanks();
            element();
            cursor.blanks();
            draft.print(cursor.peek() == ',' ? "," : "");
        }
        cursor.require("]", "',' or ']'");
        draft.print("]");
    }

    /** The library reads strings in lists once more: as a path, as JSON, or for their escapes. */
    private void element() {
        int position = cursor.position();
        if (cursor.peek() != '\'' && cursor.peek() != '"') {
            scalar();
            return;
        }
        String string = cursor.string();
        String begin = string.trim();
        if (!begin.isEmpty() && "$@[{'\"".indexOf(begin.charAt(0)) >= 0 || string.indexOf('\\') >= 0) {
            throw SyntaxFault.unacceptable(
                    "a string in a list that the library would read once more",
                    position,
                    "one without '\\' that does not begin with $ @ [ { or a quote");
        }
        draft.quoted(string, '"');
    }

    private void scalar() {
        if (cursor.peek() == '\'' || cursor.peek() == '"') {
            draft.quoted(cursor.string(), '\'');
            return;
        }
        int start = cursor.position();
        String word = cursor.takeWhile(unit -> Draft.isPlain(unit) || unit == '-' || unit == '+' || unit == '.');
        if (!Set.of("true", "false", "null").contains(word) && !isNumber(word)) {
            throw SyntaxFault.unexpected(
                    word.isEmpty() ? "no value" : "'" + word + "'",
                    start,
                    "a path, a string, a number, true, false, null, [list] or /regular expression/");
        }
        draft.print(word);
    }

    /** JSON's numbers, but of a bounded size. */
    private static boolean isNumber(String word) {
        try {
            return word.length() <= 40
                    && !word.isEmpty()
                    && "-0123456789".indexOf(word.charAt(0)) >= 0
                    && word.indexOf('+') < 0
                    && "0123456789".indexOf(word.charAt(word.length() - 1)) >= 0
                    && Double.isFinite(Double.parseDouble(word));
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    /** What a side of a comparison is. */
    private enum Kind {
        PATH,
        ROOT,
        REGEX,
        LITERAL;

        boolean isPath() {
            return this == PATH || this == ROOT;
        }
    }
}
