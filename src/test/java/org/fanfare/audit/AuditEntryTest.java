package org.fanfare.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.fanfare.wire.JsonText;
import org.junit.jupiter.api.Test;

class AuditEntryTest {

    private final AuditEntry entry = new AuditEntry(
            new Actor("default", "ann", "header", null, "10.0.0.1"),
            new Deed("DELETE", "deleteSubscription", "/eventmatch/1", null),
            Instant.parse("2026-01-31T12:00:00Z"));

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(described().keySet())
                .containsExactly("tenant", "user", "means", "address", "method", "operation", "path");
    }

    @Test
    void theOutcomeIsWrittenOnce() {
        entry.end(200, null);
        entry.end(500, "again");

        assertThat(described().getInt("status")).isEqualTo(200);
        assertThat(described()).doesNotContainKey("detail");
    }

    @Test
    void longTextsAreCut() {
        entry.end(200, "x".repeat(5000));

        assertThat(described().getString("detail")).hasSize(1000);
    }

    private JsonObject described() {
        return entry.describe(JsonText.JSON.createObjectBuilder()).build();
    }
}
