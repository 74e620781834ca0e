package org.fanfare.traffic;

/**
 * What a lane knows of those who wait for it in the database: only whether there are any. Guarded by the {@link Gate}.
 */
final class Stock {

    private boolean isThere;

    /** Moves with each one that is added, so that "there are none left" is not believed where one came meanwhile. */
    private int additions;

    private int additionsWhenAsked;
    private boolean isAsked;

    void add() {
        isThere = true;
        additions++;
    }

    boolean isThere() {
        return isThere;
    }

    /** Whether it is to be asked for, and was not yet. */
    boolean canBeAsked() {
        return isThere && !isAsked;
    }

    void ask() {
        isAsked = true;
        additionsWhenAsked = additions;
    }

    /** The answer to {@link #ask}. */
    void answer(boolean areAll) {
        isAsked = false;
        if (areAll && additions == additionsWhenAsked) {
            isThere = false;
        }
    }
}
