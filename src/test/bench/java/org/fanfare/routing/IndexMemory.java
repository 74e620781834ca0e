package org.fanfare.routing;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.fanfare.filter.ExpressionSettings;

/** Prints what 100 000 subscriptions take in memory: compiled expressions and index, without the texts as stored. */
public final class IndexMemory {

    private static final int MANY = 100_000;

    private IndexMemory() {}

    public static void main(String[] arguments) {
        PacificaMix mix = new PacificaMix(7);
        List<Wish> wishes = IntStream.range(0, MANY)
                .mapToObj(i -> Wish.of(mix.expression()))
                .toList();
        // Classes and their constants are not what is measured.
        Filters first = new Filters(MatchingSettings.USUAL, ExpressionSettings.WIDEST);
        wishes.subList(0, 1_000).forEach(first::put);
        first = null;
        double before = mebibytes();
        Filters filters = new Filters(MatchingSettings.USUAL, ExpressionSettings.WIDEST);
        wishes.forEach(filters::put);
        double after = mebibytes();
        System.out.printf(
                "%d subscriptions, %d distinct: %.1f MiB%n",
                filters.size(), filters.distinct().size(), after - before);
        // They have the texts, which the expressions share: to be there before and after.
        if (wishes.size() != MANY) {
            throw new IllegalStateException();
        }
    }

    private static double mebibytes() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024.0 / 1024.0;
    }
}
