package org.fanfare.audit;

import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.junit.jupiter.api.extension.ExtendWith;

/** On the embedded database. */
@ExtendWith(SharedFanfare.class)
class AuditIT extends AuditStories {

    AuditIT(Surroundings surroundings) {
        super(surroundings);
    }
}
