package org.fanfare.bench;

/**
 * Whether a rate was held: nothing was refused or lost, what was owed did not grow, and was sent soon in the end.
 *
 * @param backlogAtThird events that were due and had not arrived when a third of the time was over; so those count, too,
 *     that were still waiting to be posted
 * @param backlogAtEnd the same when the last was due
 * @param emptySeconds from the last acceptance to the last arrival
 */
record Holding(double rate, long backlogAtThird, long backlogAtEnd, double emptySeconds, boolean isWhole) {

    private static final double GROWTH_SECONDS = 1;
    private static final double EMPTY_SECONDS = 2;

    static Holding of(Outcome outcome, int wanted) {
        Pace pace = outcome.pace();
        Ledger ledger = outcome.ledger();
        double empty = (outcome.latest(ledger::arrivedAt) - outcome.latest(ledger::acceptedAt)) / 1e9;
        boolean isWhole = ledger.posted() == wanted && outcome.told().faults().isFlawless();
        long third = outcome.backlogAt(pace.dueAt(wanted / 3));
        return new Holding(pace.rate(), third, outcome.backlogAt(pace.dueAt(wanted - 1)), empty, isWhole);
    }

    boolean isHeld() {
        return isWhole && backlogAtEnd <= backlogAtThird + GROWTH_SECONDS * rate && emptySeconds <= EMPTY_SECONDS;
    }

    String text() {
        return "%.0f a second: %s (%d owed after a third, %d in the end, empty after %.1f s%s)"
                .formatted(
                        rate,
                        isHeld() ? "held" : "not held",
                        backlogAtThird,
                        backlogAtEnd,
                        emptySeconds,
                        isWhole ? "" : ", given up, refused or lost");
    }
}
