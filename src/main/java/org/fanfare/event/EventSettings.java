package org.fanfare.event;

import java.time.Duration;
import org.fanfare.settings.Settings;

/**
 * How events are kept.
 *
 * @param routingLease how long routing may take before it counts as lost
 * @param retention how long events, their deliveries and attempts are kept
 */
public record EventSettings(Duration routingLease, Duration retention) {

    public static EventSettings of(Settings settings) {
        return new EventSettings(settings.duration("fanfare.routing.lease"), settings.duration("fanfare.retention"));
    }
}
