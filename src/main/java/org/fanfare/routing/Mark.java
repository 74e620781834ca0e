package org.fanfare.routing;

import java.util.function.Consumer;

/** A trait that some filter requires, and the filters that are looked at only in events that have it. */
class Mark {

    /** How many filters require it, whether they are filed here or not. Only for the one who changes the index. */
    private int uses;

    private final SmallSet<SharedFilter> filed = new SmallSet<>();

    /** One more filter requires it. */
    final Mark used() {
        uses++;
        return this;
    }

    /** One less filter requires it: null if that was the last. */
    final Mark unused() {
        return --uses == 0 ? null : this;
    }

    final int uses() {
        return uses;
    }

    final void file(SharedFilter filter) {
        filed.add(filter);
    }

    final void unfile(SharedFilter filter) {
        filed.remove(filter);
    }

    final void forEachFiled(Consumer<SharedFilter> action) {
        filed.forEach(action);
    }
}
