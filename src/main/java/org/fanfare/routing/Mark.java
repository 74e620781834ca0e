package org.fanfare.routing;

import java.util.function.Consumer;

/** A trait that some expression requires, and the expressions that are looked at only in events that have it. */
final class Mark {

    /** How many expressions require it, whether they are filed here or not. Only for the one who changes the index. */
    private int uses;

    private final SmallSet<SharedFilter> filed = new SmallSet<>();

    /** One more expression requires the mark, which is new if it is null. */
    static Mark used(Mark mark) {
        Mark used = mark == null ? new Mark() : mark;
        used.uses++;
        return used;
    }

    /** One less expression requires the mark, which is gone, null, if that was the last. */
    static Mark unused(Mark mark) {
        return --mark.uses == 0 ? null : mark;
    }

    int uses() {
        return uses;
    }

    void file(SharedFilter expression) {
        filed.add(expression);
    }

    void unfile(SharedFilter expression) {
        filed.remove(expression);
    }

    void forEachFiled(Consumer<SharedFilter> action) {
        filed.forEach(action);
    }
}
