package org.fanfare.handshake;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;

/**
 * How targets are asked for their consent.
 *
 * @param origin the DNS name of this sender; null where none is configured, then nobody can be asked
 * @param callbackBase under which URL the callback is reached; null for no callback
 * @param lowRate deliveries a minute to a target that did not consent
 * @param waits after the first, second, ... failure to ask; the last for ever
 * @param lookAgain how long a delivery waits before it looks for the consent again
 */
public record HandshakeSettings(
        String origin, URI callbackBase, int lowRate, List<Duration> waits, Duration lookAgain) {

    private static final String ORIGIN = "fanfare.handshake.origin";
    private static final String CALLBACK = "fanfare.handshake.callback-base";

    public static HandshakeSettings of(Settings settings) {
        return new HandshakeSettings(
                origin(settings).orElse(null),
                callbackBase(settings).orElse(null),
                settings.number("fanfare.handshake.low-rate", 1, 1_000_000),
                settings.durations("fanfare.handshake.retry"),
                settings.duration("fanfare.handshake.look-again"));
    }

    private static Optional<String> origin(Settings settings) {
        Optional<String> origin = settings.optionalText(ORIGIN);
        origin.filter(name -> !name.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?"))
                .ifPresent(name -> {
                    throw new WrongSetting(ORIGIN + " is '" + name + "', expected a DNS name like events.example.org.");
                });
        return origin;
    }

    private static Optional<URI> callbackBase(Settings settings) {
        Optional<URI> base = settings.url(CALLBACK);
        base.filter(url -> !"https".equals(url.getScheme()) || url.getRawQuery() != null)
                .ifPresent(url -> {
                    throw new WrongSetting(CALLBACK + " is '" + url + "', expected an https URL without a query.");
                });
        return base;
    }

    /** The wait after so many failures (1 or more). */
    Duration waitAfter(int failures) {
        return waits.get(Math.min(failures, waits.size()) - 1);
    }
}
