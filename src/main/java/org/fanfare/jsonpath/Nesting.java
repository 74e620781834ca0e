package org.fanfare.jsonpath;

/** Bounds how deeply an expression may be nested, and with it the parsers' recursion. */
final class Nesting {

    static final int MAX_LEVELS = 64;

    private int level;

    void deepen(int position) {
        if (++level > MAX_LEVELS) {
            throw SyntaxFault.unacceptable(
                    "nested too deeply", position, "at most %d levels of nesting".formatted(MAX_LEVELS));
        }
    }

    void rise() {
        level--;
    }
}
