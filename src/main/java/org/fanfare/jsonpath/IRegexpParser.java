package org.fanfare.jsonpath;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.fanfare.syntax.Limits;
import org.fanfare.syntax.SyntaxFault;

/** Reads a regular expression as RFC 9485, section 3, has it; nothing else is one. */
final class IRegexpParser {

    /**
     * A pattern is no part of the expression's nesting, and may as well stand in a document. So the limits of the
     * expression do not count here, and a pattern means the same whatever they were.
     */
    private static final int MAX_LEVELS = Limits.WIDEST.nesting();

    /** Larger counts cannot be followed anyway. */
    private static final int MAX_COUNT = Automaton.MAX_SIZE + 1;

    private static final String SPECIAL = "()*+.?[\\]{|}";

    private final String text;
    private int at;
    private int level;

    private IRegexpParser(String text) {
        this.text = text;
    }

    static Regexp parse(String text) {
        IRegexpParser parser = new IRegexpParser(text);
        Regexp regexp = parser.choice();
        if (parser.at < text.length()) {
            throw parser.insteadOf("the end");
        }
        return regexp;
    }

    private Regexp choice() {
        List<Regexp> branches = new ArrayList<>();
        do {
            branches.add(sequence());
        } while (skip('|'));
        return branches.size() == 1 ? branches.get(0) : new Regexp.Choice(branches);
    }

    private Regexp sequence() {
        List<Regexp> parts = new ArrayList<>();
        while (at < text.length() && peek() != '|' && peek() != ')') {
            parts.add(quantified(atom()));
        }
        return new Regexp.Sequence(parts);
    }

    private Regexp quantified(Regexp atom) {
        if (skip('*')) {
            return new Regexp.Repeated(atom, 0, -1);
        }
        if (skip('+')) {
            return new Regexp.Repeated(atom, 1, -1);
        }
        if (skip('?')) {
            return new Regexp.Repeated(atom, 0, 1);
        }
        return skip('{') ? counted(atom) : atom;
    }

    private Regexp counted(Regexp atom) {
        int least = count();
        int most = least;
        if (skip(',')) {
            most = peek() == '}' ? -1 : count();
        }
        take('}');
        if (most >= 0 && most < least) {
            throw insteadOf("a greater count");
        }
        return new Regexp.Repeated(atom, least, most);
    }

    private int count() {
        int start = at;
        int count = 0;
        while ('0' <= peek() && peek() <= '9') {
            count = Math.min(count * 10 + peek() - '0', MAX_COUNT);
            at++;
        }
        if (at == start) {
            throw insteadOf("a count");
        }
        return count;
    }

    private Regexp atom() {
        if (skip('(')) {
            if (++level > MAX_LEVELS) {
                throw IRegexp.tooLarge();
            }
            Regexp group = choice();
            take(')');
            level--;
            return group;
        }
        if (skip('[')) {
            return new Regexp.One(characterClass());
        }
        if (skip('.')) {
            return new Regexp.One(character -> character != '\n' && character != '\r');
        }
        if (peek() == '\\') {
            return new Regexp.One(escaped());
        }
        return edgeOrCharacter();
    }

    /** The grammar has no anchors, but its mapping to other languages (section 5) and the JSONPath test suite do. */
    private Regexp edgeOrCharacter() {
        if (skip('^')) {
            return Regexp.Edge.BEGINNING;
        }
        if (skip('$')) {
            return Regexp.Edge.END;
        }
        return new Regexp.One(exactly(character(SPECIAL)));
    }

    private IntPredicate characterClass() {
        boolean negated = skip('^');
        IntPredicate set = skip('-') ? exactly('-') : classPart();
        while (!(skip(']'))) {
            boolean isLastDash = peek() == '-' && at + 1 < text.length() && text.charAt(at + 1) == ']';
            set = set.or(isLastDash && skip('-') ? exactly('-') : classPart());
        }
        return negated ? set.negate() : set;
    }

    private IntPredicate classPart() {
        if (isCategory()) {
            return escaped();
        }
        int first = classCharacter();
        if (peek() != '-' || at + 1 < text.length() && text.charAt(at + 1) == ']') {
            return exactly(first);
        }
        take('-');
        int last = classCharacter();
        if (last < first) {
            throw insteadOf("a range upwards");
        }
        return character -> first <= character && character <= last;
    }

    private int classCharacter() {
        return peek() == '\\' ? escapedCharacter() : character("-[\\]");
    }

    private boolean isCategory() {
        return text.startsWith("\\p", at) || text.startsWith("\\P", at);
    }

    private IntPredicate escaped() {
        if (!isCategory()) {
            return exactly(escapedCharacter());
        }
        boolean negated = text.charAt(at + 1) == 'P';
        at += 2;
        take('{');
        int end = text.indexOf('}', at);
        IntPredicate category = end < 0 ? null : Category.named(text.substring(at, end));
        if (category == null) {
            throw insteadOf("a Unicode category");
        }
        at = end + 1;
        return negated ? category.negate() : category;
    }

    private int escapedCharacter() {
        take('\\');
        int kind = character("");
        return switch (kind) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> {
                if ("()*+-.?[\\]^{|}".indexOf(kind) < 0) {
                    throw insteadOf("a character that may be escaped");
                }
                yield kind;
            }
        };
    }

    /** Reads a character that is not one of the excluded, nor half of one. */
    private int character(String excluded) {
        int character = at < text.length() ? text.codePointAt(at) : -1;
        boolean isHalf = Character.MIN_SURROGATE <= character && character <= Character.MAX_SURROGATE;
        if (character < 0 || isHalf || excluded.indexOf(character) >= 0) {
            throw insteadOf("a character");
        }
        at += Character.charCount(character);
        return character;
    }

    private static IntPredicate exactly(int wanted) {
        return character -> character == wanted;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean skip(char sign) {
        if (at == text.length() || text.charAt(at) != sign) {
            return false;
        }
        at++;
        return true;
    }

    private void take(char sign) {
        if (!skip(sign)) {
            throw insteadOf("'" + sign + "'");
        }
    }

    private SyntaxFault insteadOf(String expected) {
        return SyntaxFault.unexpected("something else", at, expected);
    }
}
