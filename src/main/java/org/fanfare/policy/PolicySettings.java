package org.fanfare.policy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fanfare.settings.Settings;

/**
 * Where the policy is asked.
 *
 * @param url base URL of the policy service; null where there is none, then every owner sees all
 * @param connectTimeout for the connection to the service
 * @param readTimeout for each wait on its answer
 * @param retryWaits the time until it is asked again after its first, second, ... silence in a row, the last for ever
 * @param share how long an answer about one event and one user may serve again; zero for not at all
 */
public record PolicySettings(
        URI url, Duration connectTimeout, Duration readTimeout, List<Duration> retryWaits, Duration share) {

    public static PolicySettings of(Settings settings) {
        Optional<URI> url = settings.url("fanfare.policy.url");
        return new PolicySettings(
                url.orElse(null),
                settings.duration("fanfare.policy.connect-timeout"),
                settings.duration("fanfare.policy.read-timeout"),
                settings.durations("fanfare.policy.retry"),
                settings.durationOrZero("fanfare.policy.share"));
    }
}
