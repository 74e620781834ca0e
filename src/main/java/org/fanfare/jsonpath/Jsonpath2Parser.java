package org.fanfare.jsonpath;

import java.util.ArrayList;
import java.util.List;
import org.fanfare.jsonpath.Path.Origin;
import org.fanfare.jsonpath.Selector.Index;
import org.fanfare.jsonpath.Selector.Name;
import org.fanfare.jsonpath.Selector.Nested;
import org.fanfare.jsonpath.Selector.Self;
import org.fanfare.jsonpath.Selector.Wildcard;
import org.fanfare.jsonpath.Token.Kind;
import org.fanfare.syntax.Limits;

/** Reads paths of the jsonpath2 dialect. What stands inside a filter is read by {@link Jsonpath2Filters}. */
final class Jsonpath2Parser {

    private final Tokens tokens;
    private final Jsonpath2Filters filters;

    private Jsonpath2Parser(String text, Limits limits) {
        this.tokens = new Tokens(text, limits);
        this.filters = new Jsonpath2Filters(tokens, this);
    }

    /** A whole expression: {@code $} and what follows. */
    static Path parse(String text, Limits limits) {
        Jsonpath2Parser parser = new Jsonpath2Parser(text, limits);
        parser.tokens.take("$");
        return parser.whole(null);
    }

    /** Not of the dialect, but in Pacifica's own examples: {@code data} for {@code $.data}. */
    static Path parseBareName(String text, Limits limits) {
        Jsonpath2Parser parser = new Jsonpath2Parser(text, limits);
        return parser.whole(new Name(parser.tokens.take(Kind.NAME, "a name").text()));
    }

    private Path whole(Selector first) {
        Path path = path(Origin.ROOT, first);
        if (!tokens.peek().is(Kind.END)) {
            throw tokens.peek().insteadOf("'.', '..', '[' or the end");
        }
        return path;
    }

    /** A path from its {@code $} or {@code @}, which stands next. */
    Path path() {
        Origin origin = tokens.next().is("$") ? Origin.ROOT : Origin.CURRENT;
        return path(origin, null);
    }

    private Path path(Origin origin, Selector first) {
        WayBuilder way = new WayBuilder();
        if (first != null) {
            way.child(List.of(first));
        }
        while (true) {
            if (tokens.skip("..")) {
                way.descent(tokens.peek().is("[") ? bracketed() : List.of(bare()));
            } else if (tokens.skip(".")) {
                way.child(List.of(bare()));
            } else if (tokens.peek().is("[")) {
                way.child(bracketed());
            } else {
                return new Path(origin, way.steps());
            }
        }
    }

    private Selector bare() {
        if (tokens.skip("*")) {
            return new Wildcard();
        }
        Token name = tokens.take(Kind.NAME, "a name, a function or '*'");
        return tokens.peek().is("(") ? call(name) : new Name(name.text());
    }

    private List<Selector> bracketed() {
        tokens.take("[");
        tokens.deepen();
        List<Selector> selectors = new ArrayList<>();
        do {
            selectors.add(selector());
        } while (tokens.skip(","));
        tokens.take("]", "',' or ']'");
        tokens.rise();
        return List.copyOf(selectors);
    }

    private Selector selector() {
        Token token = tokens.peek();
        if (token.isPathStart()) {
            return new Nested(path());
        }
        if (token.isInteger() || token.is(":")) {
            return indexOrSlice();
        }
        tokens.next();
        if (token.is(Kind.STRING)) {
            return new Name(token.content());
        }
        if (token.is("*")) {
            return new Wildcard();
        }
        if (token.is("?")) {
            return new Self(filters.inParentheses());
        }
        if (token.is(Kind.NAME)) {
            return call(token);
        }
        throw token.insteadOf("a string in double quotes, an integer, a slice, '*', '?(', a path or a function");
    }

    private Selector indexOrSlice() {
        Whole start = integer();
        if (!tokens.skip(":")) {
            return new Index(start);
        }
        Whole end = integer();
        Whole step = tokens.skip(":") ? integer() : null;
        return new Slice(start, end, step);
    }

    private Whole integer() {
        return tokens.peek().isInteger() ? Whole.of(tokens.next().text()) : null;
    }

    private Selector call(Token name) {
        if (!tokens.peek().is("(")) {
            throw name.insteadOf("a string in double quotes, or a function with '('");
        }
        Function function = Function.named(name.text())
                .orElseThrow(() -> name.insteadOf("length, keys, values, entries, charAt or substring"));
        tokens.take("(");
        tokens.deepen();
        List<Operand> arguments = new ArrayList<>();
        if (!tokens.peek().is(")")) {
            do {
                arguments.add(filters.operand());
            } while (tokens.skip(","));
        }
        tokens.take(")", "',' or ')'");
        tokens.rise();
        return new Call(function, List.copyOf(arguments));
    }
}
