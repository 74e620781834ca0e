package org.fanfare.jsonpath;

import org.fanfare.jsonpath.Evaluation.Reason;

/**
 * What an evaluation may cost. A budget is used up by the evaluations it is given to: make one for each, or share one
 * among several to bound their sum. Not thread-safe.
 */
public final class Budget {

    private static final long STEPS = 250_000;
    /** Lets a linear expression through a huge document pass and stops a quadratic one. */
    private static final long STEPS_PER_VALUE = 20;

    /** How many values one evaluation may usually select. */
    public static final int RESULTS = 100_000;

    private final long steps;
    private final int results;
    private long left;
    private boolean outrun;

    /**
     * A budget of its own size.
     *
     * @param steps values looked at, comparisons, and so on
     * @param results values one evaluation may select
     */
    public Budget(long steps, int results) {
        this.steps = steps;
        this.results = results;
        this.left = steps;
    }

    /** The usual budget of one expression on {@code document}; it grows with the document. */
    public static Budget of(Document document) {
        return new Budget(Math.max(STEPS, STEPS_PER_VALUE * document.values()), RESULTS);
    }

    /** Steps taken so far. */
    public long spent() {
        return steps - left;
    }

    /** Steps that may still be taken. */
    public long left() {
        return left;
    }

    /** Whether an evaluation needed more steps than there were. */
    public boolean isOutrun() {
        return outrun;
    }

    /** Takes the steps of an evaluation that counts for itself; more than there are leave nothing, and are told. */
    public void spend(long taken) {
        outrun |= taken > left;
        left = Math.max(0, left - taken);
    }

    void step() {
        charge(1);
    }

    /** Takes several steps at once: before the work they stand for, so that the work is never done unpaid. */
    void charge(long cost) {
        if (cost > left) {
            left = 0;
            outrun = true;
            throw new EvaluationFault(
                    Reason.STEPS, "The expression takes more than %d steps on this document.".formatted(steps));
        }
        left -= cost;
    }

    /** The work on a text is cheap compared with a step, but texts can be long. */
    void chargeText(int length) {
        charge(1 + length / 32);
    }

    void checkResults(int selected) {
        if (selected > results) {
            throw new EvaluationFault(
                    Reason.RESULTS, "The expression selects more than %d values of this document.".formatted(results));
        }
    }
}
