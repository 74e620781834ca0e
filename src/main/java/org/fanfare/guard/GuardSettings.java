package org.fanfare.guard;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;

/**
 * Whom the guard lets pass.
 *
 * @param origins of the pages that may use this server from elsewhere; none by default
 * @param credentials whether those pages may send what the browser knows: cookies, and logins of proxies
 * @param patience how long a request may wait for its client, all together
 * @param slowClients how many requests may wait for their clients for more than a second at once
 */
public record GuardSettings(Origins origins, boolean credentials, Duration patience, int slowClients) {

    private static final int MOST_SLOW = 10_000;

    public static GuardSettings of(Settings settings) {
        List<String> origins = settings.texts("fanfare.cors.origins");
        origins.stream().filter(origin -> !Origins.isOrigin(origin)).findFirst().ifPresent(wrong -> {
            throw new WrongSetting("fanfare.cors.origins has '" + wrong
                    + "', expected origins as browsers send them, such as https://app.example.com. There is no *.");
        });
        return new GuardSettings(
                new Origins(Set.copyOf(origins)),
                settings.flag("fanfare.cors.credentials"),
                settings.duration("fanfare.http.patience"),
                settings.number("fanfare.http.slow-clients", 1, MOST_SLOW));
    }
}
