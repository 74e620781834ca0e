package org.fanfare.jayway;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fanfare.syntax.SyntaxFault;

/** Reads a path and prints it as the library is to get it. */
final class PathReader {

    private static final Set<String> FUNCTIONS = Set.of("length", "size", "keys", "min", "max", "avg", "sum", "stddev");
    private static final Set<String> CHEAP_FUNCTIONS = Set.of("length", "size");
    /** The library recurses along a path, and along those in its filters. */
    private static final int MAX_STEPS = 100;

    private final Cursor cursor;
    private final Draft draft;
    private int steps;
    private boolean descends;

    PathReader(Cursor cursor, Draft draft) {
        this.cursor = cursor;
        this.draft = draft;
    }

    /** The whole text; a name may stand at its beginning without {@code $.}, as the library has it. */
    void whole() {
        cursor.blanks();
        draft.print("$");
        if (!cursor.skip("$")) {
            if (!isName(cursor.peek())) {
                throw cursor.insteadOf("'$' or a member's name");
            }
            dotted(name(), Kind.WHOLE);
        }
        steps(Kind.WHOLE);
        cursor.blanks();
        if (!cursor.isAtEnd()) {
            throw cursor.insteadOf("'.', '[' or the end");
        }
    }

    /** A path of a filter; says whether it begins at the root. */
    boolean operand() {
        Kind kind = cursor.peek() == '$' ? Kind.ROOT_OPERAND : Kind.OPERAND;
        int stepsBefore = steps;
        boolean descendsBefore = descends;
        descends = false;
        draft.print(Character.toString(cursor.take()));
        steps(kind);
        steps = stepsBefore;
        descends = descendsBefore;
        return kind == Kind.ROOT_OPERAND;
    }

    private void steps(Kind kind) {
        boolean more = true;
        while (more && (cursor.peek() == '.' || cursor.peek() == '[')) {
            if (++steps > MAX_STEPS) {
                throw SyntaxFault.unacceptable(
                        "too many steps", cursor.position(), "at most %d in a row".formatted(MAX_STEPS));
            }
            more = step(kind);
        }
    }

    /** Whether more steps may follow. */
    private boolean step(Kind kind) {
        int position = cursor.position();
        if (cursor.skip("..")) {
            many(kind, position);
            draft.descendsAt(position);
            descends = true;
            draft.print("..");
            if (cursor.peek() == '[') {
                return bracket(kind);
            }
        } else {
            cursor.skip(".");
            if (cursor.peek() == '[') {
                return bracket(kind);
            }
            draft.print(cursor.peek() == '*' ? "." : "");
        }
        if (cursor.peek() == '*') {
            many(kind, cursor.position());
            cursor.take();
            draft.print("*");
            return true;
        }
        String name = name();
        if (cursor.peek() == '(') {
            function(name, position, kind);
            return false;
        }
        member(name, cursor.since(position).startsWith(".."));
        return true;
    }

    private void dotted(String name, Kind kind) {
        if (cursor.peek() == '(') {
            function(name, 0, kind);
        } else {
            member(name, false);
        }
    }

    /** In a filter the library stumbles over a bracket behind a bracket, so plain names stay as they are. */
    private void member(String name, boolean behindDots) {
        if (name.chars().allMatch(unit -> Draft.isPlain((char) unit))) {
            draft.print(behindDots ? "" : ".").print(name);
        } else {
            draft.print("[").quoted(name, '\'').print("]");
        }
    }

    private void function(String name, int position, Kind kind) {
        boolean known = kind == Kind.ROOT_OPERAND ? CHEAP_FUNCTIONS.contains(name) : FUNCTIONS.contains(name);
        if (!known || kind != Kind.WHOLE && name.equals("keys")) {
            String expected =
                    "one of length size keys min max avg sum stddev; in a filter not keys, with $ not the last"
                            + " five";
            throw SyntaxFault.unexpected("the function '%s'".formatted(name), position, expected);
        }
        if (descends) {
            throw SyntaxFault.unacceptable("a function behind '..'", position, "none: it would change the path");
        }
        cursor.take();
        cursor.require(")", "')': functions with arguments would change the path");
        draft.print("." + name + "()");
        if (kind == Kind.WHOLE) {
            draft.endsInFunction();
        }
    }

    private boolean bracket(Kind kind) {
        int position = cursor.position();
        cursor.take();
        cursor.blanks();
        draft.print("[");
        if (cursor.peek() == '\'' || cursor.peek() == '"') {
            names(kind);
        } else if (cursor.peek() == '*') {
            many(kind, position);
            cursor.take();
            draft.print("*");
        } else if (cursor.skip("?")) {
            many(kind, position);
            draft.filters();
            draft.print("?");
            cursor.blanks();
            new FilterReader(cursor, draft, this).parenthesized();
        } else {
            indices(kind);
        }
        cursor.blanks();
        cursor.require("]", "']'");
        draft.print("]");
        return true;
    }

    private void names(Kind kind) {
        List<String> names = new ArrayList<>();
        do {
            cursor.blanks();
            if (cursor.peek() != '\'' && cursor.peek() != '"') {
                throw cursor.insteadOf("a name in quotes");
            }
            int position = cursor.position();
            String name = cursor.string();
            another(names, name, position, kind);
            draft.print(names.size() > 1 ? "," : "").quoted(name, '\'');
            cursor.blanks();
        } while (cursor.skip(","));
    }

    /** A member of what may be a union. */
    private void another(List<String> members, String member, int position, Kind kind) {
        if (members.contains(member)) {
            throw SyntaxFault.unacceptable("a repeated member", position, "each member of a union once");
        }
        members.add(member);
        if (members.size() == 2) {
            many(kind, position);
            draft.unionAt(position);
        }
    }

    private void indices(Kind kind) {
        int position = cursor.position();
        List<String> indices = new ArrayList<>();
        String first = cursor.peek() == ':' ? "" : integer();
        draft.print(first);
        cursor.blanks();
        if (cursor.skip(":")) {
            many(kind, position);
            cursor.blanks();
            String last = first.isEmpty() || cursor.peek() != ']' ? integer() : "";
            draft.print(":").print(last);
            return;
        }
        another(indices, first, position, kind);
        while (cursor.skip(",")) {
            cursor.blanks();
            int next = cursor.position();
            String index = integer();
            another(indices, index, next, kind);
            draft.print(",").print(index);
            cursor.blanks();
        }
    }

    private String integer() {
        int start = cursor.position();
        cursor.skip("-");
        String digits = cursor.takeWhile(unit -> '0' <= unit && unit <= '9');
        if (digits.isEmpty() || digits.length() > 9) {
            throw cursor.insteadOf("a name in quotes, an integer of at most 9 digits, '*', ':' or '?('");
        }
        return Integer.toString(Integer.parseInt(cursor.since(start)));
    }

    /** Several values from the root for each value that is filtered: as many evaluations as the document is large. */
    private static void many(Kind kind, int position) {
        if (kind == Kind.ROOT_OPERAND) {
            throw SyntaxFault.unacceptable(
                    "several values of '$' in a filter", position, "only names and single indices behind '$' there");
        }
    }

    private String name() {
        String name = cursor.takeWhile(PathReader::isName);
        if (name.isEmpty()) {
            throw cursor.insteadOf("a name of letters, digits, _ - :, or '*', or ['...']");
        }
        return name;
    }

    private static boolean isName(char unit) {
        return Character.isLetterOrDigit(unit) || unit == '_' || unit == '-' || unit == ':';
    }

    /** Where a path stands. */
    private enum Kind {
        WHOLE,
        OPERAND,
        ROOT_OPERAND
    }
}
