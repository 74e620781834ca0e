package org.fanfare.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.fanfare.database.RowBatch;
import org.fanfare.database.UtcTime;
import org.fanfare.policy.Inquiry;
import org.fanfare.policy.PolicyAnswer;

/** What the policy said, as it is kept. A class, because EclipseLink embeds no records. */
@Embeddable
public class PolicyNote {

    private static final int LONGEST_SUMMARY = 1000;

    @Column(name = "policy_answer")
    private String answer;

    @Column(name = "policy_summary")
    private String summary;

    @Column(name = "policy_status")
    private Integer status;

    @Column(name = "policy_asked_at")
    private OffsetDateTime askedAt;

    @Column(name = "policy_millis")
    private Integer elapsedMillis;

    protected PolicyNote() {}

    static PolicyNote of(PolicyAnswer said) {
        Inquiry inquiry = said.inquiry();
        PolicyNote note = new PolicyNote();
        note.answer = said.wireName();
        note.summary = Columns.cut(said.summary(), LONGEST_SUMMARY);
        note.status = inquiry.status();
        note.askedAt = UtcTime.of(inquiry.askedAt());
        note.elapsedMillis = (int) inquiry.elapsed().toMillis();
        return note;
    }

    /** Gives the columns to a statement. */
    RowBatch.Row bind(RowBatch.Row row) throws SQLException {
        return row.add(answer)
                .add(summary)
                .add(status, Types.INTEGER)
                .add(askedAt, Types.TIMESTAMP_WITH_TIMEZONE)
                .add(elapsedMillis);
    }

    /** {@code allowed}, {@code refused} or {@code unavailable}; null if nothing is known. */
    public String answer() {
        return answer;
    }

    /** The same in a few words. */
    public String summary() {
        return summary;
    }

    /** Of the service's answer, where it gave one. */
    public Optional<Integer> status() {
        return Optional.ofNullable(status);
    }

    public Optional<Instant> askedAt() {
        return Optional.ofNullable(UtcTime.instant(askedAt));
    }

    public Optional<Duration> elapsed() {
        return Optional.ofNullable(elapsedMillis).map(Duration::ofMillis);
    }
}
