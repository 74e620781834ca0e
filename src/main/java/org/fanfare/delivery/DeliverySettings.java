package org.fanfare.delivery;

import java.time.Duration;
import java.util.List;
import org.fanfare.sending.SenderSettings;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;

/**
 * How deliveries are tried.
 *
 * @param retryWaits the time to wait after the first, second, ... failed attempt; after the last the delivery fails
 * @param jitter the most by which a wait is lengthened, as a share of it (0 to 1)
 * @param lease how long a worker may hold a delivery before it counts as lost
 * @param longestWork the most time that the policy call and the attempt of one delivery can take together
 * @param history of how many settled deliveries of a subscription the attempts are kept in full
 * @param sender limits of the exchanges with targets
 */
public record DeliverySettings(
        List<Duration> retryWaits,
        double jitter,
        Duration lease,
        Duration longestWork,
        int history,
        SenderSettings sender) {

    public static DeliverySettings of(Settings settings) {
        SenderSettings sender = new SenderSettings(
                settings.duration("fanfare.delivery.connect-timeout"),
                settings.duration("fanfare.delivery.response-timeout"),
                settings.duration("fanfare.delivery.total-timeout"),
                settings.number("fanfare.delivery.max-connections", 1, 10_000),
                settings.number("fanfare.delivery.max-connections-per-target", 1, 10_000),
                settings.number("fanfare.delivery.max-response-bytes", 0, 1_048_576));
        Duration policy = settings.duration("fanfare.policy.connect-timeout")
                .plus(settings.duration("fanfare.policy.read-timeout"));
        Duration longestWork = sender.totalTimeout().plus(policy);
        Duration lease = settings.duration("fanfare.delivery.lease");
        if (lease.compareTo(longestWork) <= 0) {
            throw new WrongSetting(
                    "fanfare.delivery.lease is %s, expected more than the policy's timeouts and fanfare.delivery.total-timeout together, %s."
                            .formatted(lease, longestWork));
        }
        return new DeliverySettings(
                settings.durations("fanfare.delivery.retry"),
                settings.number("fanfare.delivery.jitter", 0, 100) / 100.0,
                lease,
                longestWork,
                settings.number("fanfare.delivery.history", 1, AttemptHistory.MOST),
                sender);
    }
}
