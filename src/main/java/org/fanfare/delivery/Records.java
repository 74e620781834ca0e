package org.fanfare.delivery;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.fanfare.database.RowBatch;
import org.fanfare.database.UtcTime;
import org.fanfare.outcome.Outcome;

/** Writes what workers did into the rows of their deliveries and attempts, in the caller's transaction. */
final class Records {

    private static final String SETTLE = """
            update delivery set state = ?, reason = ?, attempts = ?, postponements = ?, version = version + 1,
                due_at = ?, settled_at = ?
            where id = ? and version = ?""";

    private static final String NOTE = """
            update delivery set policy_answer = ?, policy_summary = ?, policy_status = ?, policy_asked_at = ?,
                policy_millis = ?
            where id = ?""";

    private final EntityManager em;

    Records(EntityManager em) {
        this.em = em;
    }

    /**
     * Gives those whose claims had not been lost; of the others nothing is written. The rows are taken in the order of their
     * ids, so that no two who record some of the same wait for each other.
     */
    Set<Work> keep(Collection<Work> works, Instant now) {
        List<Work> inOrder = works.stream()
                .sorted(Comparator.comparing(work -> work.claim().deliveryId().toString()))
                .toList();
        // By identity: of two who hold the same claim, one is too late.
        Set<Work> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(RowBatch.changed(em, SETTLE, inOrder, (row, work) -> settle(row, work, now)));
        keepDetails(kept);
        return kept;
    }

    private void keepDetails(Collection<Work> kept) {
        RowBatch.execute(
                em,
                Attempt.INSERT,
                kept.stream().filter(work -> work.attempt() != null).toList(),
                (row, work) -> work.attempt().bind(row));
        RowBatch.execute(
                em,
                NOTE,
                kept.stream()
                        .filter(work -> work.attempt() == null && work.policy() != null)
                        .toList(),
                (row, work) ->
                        PolicyNote.of(work.policy()).bind(row).add(work.claim().deliveryId()));
    }

    private static void settle(RowBatch.Row row, Work work, Instant now) throws SQLException {
        Claim claim = work.claim();
        Outcome outcome = work.outcome();
        boolean postponed = outcome instanceof Outcome.Postponed;
        row.add(outcome.state().name())
                .add(Columns.cut(outcome.reason(), Columns.LONGEST_REASON), Types.VARCHAR)
                .add(claim.attempts() + (work.usesUpAttempt() ? 1 : 0))
                .add(postponed ? claim.postponements() + 1 : 0)
                .add(UtcTime.of(outcome.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .add(outcome.state().isSettled() ? UtcTime.of(now) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .add(claim.deliveryId())
                .add(claim.version());
    }
}
