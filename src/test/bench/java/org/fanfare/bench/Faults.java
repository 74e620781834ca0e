package org.fanfare.bench;

/**
 * What must not happen, and duplicates, which may.
 *
 * @param refused events that were not accepted
 * @param missing deliveries of accepted events that did not arrive
 * @param duplicates deliveries that arrived once more
 * @param strangers what came to a target and was never posted, or not for it
 * @param changed bodies, of those that were looked at, that are another event than the one posted
 */
record Faults(long refused, long missing, long duplicates, long strangers, long changed) {

    static final Faults NONE = new Faults(0, 0, 0, 0, 0);

    Faults plus(Faults more) {
        return new Faults(
                refused + more.refused,
                missing + more.missing,
                duplicates + more.duplicates,
                strangers + more.strangers,
                changed + more.changed);
    }

    Faults withChanged(long count) {
        return new Faults(refused, missing, duplicates, strangers, count);
    }

    /** Whether each event was accepted, and came to where it had to as it was. */
    boolean isFlawless() {
        return refused == 0 && missing == 0 && strangers == 0 && changed == 0;
    }

    String text() {
        return "%d refused, %d missing, %d strangers, %d changed, %d duplicates"
                .formatted(refused, missing, strangers, changed, duplicates);
    }
}
