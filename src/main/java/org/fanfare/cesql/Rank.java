package org.fanfare.cesql;

/** The binary operators' ranks, from the one that binds least. */
enum Rank {
    LOGIC,
    COMPARISON,
    SUM,
    PRODUCT,
    LIKE_AND_IN;

    Rank next() {
        return values()[ordinal() + 1];
    }
}
