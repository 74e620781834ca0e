package org.fanfare.admin;

import java.util.List;
import java.util.UUID;
import org.fanfare.problem.Fault;
import org.fanfare.subscription.Imported;

/**
 * What an import came to.
 *
 * @param dryRun whether nothing was written
 * @param imported how many are new
 * @param unchanged how many were here just the same
 * @param exists how many were left alone, as something else is here under their uuid
 * @param refused how many cannot be taken as they are
 */
public record ImportView(boolean dryRun, int imported, int unchanged, int exists, int refused, List<Row> rows) {

    /**
     * What became of a row.
     *
     * @param row its number, from 1
     * @param uuid left out where it has none
     * @param errors why it was refused; else left out
     */
    public record Row(int row, UUID uuid, String result, List<Fault> errors) {

        static Row of(int number, Imported imported) {
            return new Row(
                    number,
                    imported.uuid(),
                    imported.result().wireName(),
                    imported.faults().isEmpty() ? null : imported.faults());
        }
    }

    static ImportView of(boolean dryRun, List<Row> rows) {
        return new ImportView(
                dryRun,
                count(rows, Imported.Result.IMPORTED),
                count(rows, Imported.Result.UNCHANGED),
                count(rows, Imported.Result.EXISTS),
                count(rows, Imported.Result.REFUSED),
                rows);
    }

    private static int count(List<Row> rows, Imported.Result result) {
        return (int) rows.stream()
                .filter(row -> row.result().equals(result.wireName()))
                .count();
    }
}
