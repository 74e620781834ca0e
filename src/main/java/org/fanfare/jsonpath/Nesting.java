package org.fanfare.jsonpath;

import org.fanfare.syntax.Limits;
import org.fanfare.syntax.SyntaxFault;

/** Bounds how deeply an expression may be nested, and with it the parsers' recursion. */
final class Nesting {

    private final int limit;
    private int level;

    Nesting(Limits limits) {
        this.limit = limits.nesting();
    }

    void deepen(int position) {
        if (++level > limit) {
            throw SyntaxFault.unacceptable(
                    "nested too deeply", position, "at most %d levels of nesting".formatted(limit));
        }
    }

    void rise() {
        level--;
    }
}
