package org.fanfare.jsonpath;

import java.util.ArrayList;
import java.util.List;
import org.fanfare.jsonpath.Path.Origin;
import org.fanfare.jsonpath.Selector.Children;
import org.fanfare.jsonpath.Selector.Index;
import org.fanfare.jsonpath.Selector.Name;
import org.fanfare.jsonpath.Selector.Wildcard;
import org.fanfare.syntax.Limits;

/** Reads paths as RFC 9535, section 2, has them. What stands inside a filter is read by {@link Rfc9535Filters}. */
final class Rfc9535Parser {

    private final Cursor cursor;
    private final Rfc9535Filters filters;

    private Rfc9535Parser(String text, Limits limits) {
        this.cursor = new Cursor(text, limits);
        this.filters = new Rfc9535Filters(cursor, this);
    }

    /** A whole expression: {@code $} and segments, and neither blanks before nor behind. */
    static Path parse(String text, Limits limits) {
        Rfc9535Parser parser = new Rfc9535Parser(text, limits);
        if (parser.cursor.peek() != '$') {
            throw parser.cursor.insteadOf("'$'");
        }
        Path path = parser.path();
        if (!parser.cursor.isAtEnd()) {
            throw parser.cursor.insteadOf("'.', '..', '[' or the end");
        }
        return path;
    }

    /** A path from its {@code $} or {@code @}, which stands here. */
    Path path() {
        Origin origin = cursor.skip("$") ? Origin.ROOT : Origin.CURRENT;
        if (origin == Origin.CURRENT) {
            cursor.take("@", "'$' or '@'");
        }
        WayBuilder way = new WayBuilder();
        while (true) {
            int end = cursor.position();
            cursor.blanks();
            if (cursor.skip("..")) {
                way.descent(cursor.peek() == '[' ? bracketed() : List.of(shorthand()));
            } else if (cursor.skip(".")) {
                way.child(List.of(shorthand()));
            } else if (cursor.peek() == '[') {
                way.child(bracketed());
            } else {
                // Blanks belong to a path only in front of a segment.
                cursor.backTo(end);
                return new Path(origin, way.steps());
            }
        }
    }

    private Selector shorthand() {
        return cursor.skip("*") ? new Wildcard() : new Name(cursor.name());
    }

    private List<Selector> bracketed() {
        cursor.take("[", "'['");
        cursor.deepen();
        List<Selector> selectors = new ArrayList<>();
        do {
            cursor.blanks();
            selectors.add(selector());
            cursor.blanks();
        } while (cursor.skip(","));
        cursor.take("]", "',' or ']'");
        cursor.rise();
        return List.copyOf(selectors);
    }

    private Selector selector() {
        if (cursor.isQuote()) {
            return new Name(cursor.string());
        }
        if (cursor.skip("*")) {
            return new Wildcard();
        }
        if (cursor.skip("?")) {
            cursor.blanks();
            return new Children(filters.or());
        }
        if (cursor.isInteger() || cursor.peek() == ':') {
            return indexOrSlice();
        }
        throw cursor.insteadOf("a string in quotes, an integer, a slice, '*' or '?'");
    }

    private Selector indexOrSlice() {
        Whole start = bound();
        int end = cursor.position();
        cursor.blanks();
        if (!cursor.skip(":")) {
            cursor.backTo(end);
            return new Index(start);
        }
        cursor.blanks();
        Whole stop = bound();
        cursor.blanks();
        if (!cursor.skip(":")) {
            return new StandardSlice(start, stop, null);
        }
        cursor.blanks();
        return new StandardSlice(start, stop, bound());
    }

    private Whole bound() {
        return cursor.isInteger() ? cursor.integer() : null;
    }
}
