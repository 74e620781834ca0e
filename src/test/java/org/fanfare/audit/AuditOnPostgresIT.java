package org.fanfare.audit;

import org.fanfare.testing.FanfareOnPostgres;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.junit.jupiter.api.extension.ExtendWith;

/** On PostgreSQL. */
@ExtendWith(FanfareOnPostgres.class)
class AuditOnPostgresIT extends AuditStories {

    AuditOnPostgresIT(Surroundings surroundings) {
        super(surroundings);
    }
}
