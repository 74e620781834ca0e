package org.fanfare.audit;

import java.time.Duration;
import org.fanfare.settings.Settings;

/**
 * What is remembered of changes.
 *
 * @param retention for how long
 */
public record AuditSettings(Duration retention) {

    public static AuditSettings of(Settings settings) {
        return new AuditSettings(settings.duration("fanfare.audit.retention"));
    }
}
