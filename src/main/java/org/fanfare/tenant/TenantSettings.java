package org.fanfare.tenant;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;
import org.fanfare.tenant.TenantLimits.ReceiveRate;

/**
 * The limits of tenants.
 *
 * @param usual of those that have none of their own
 * @param own by tenant
 */
public record TenantSettings(TenantLimits usual, Map<String, TenantLimits> own) {

    static final int MOST_SUBSCRIPTIONS = 10_000_000;
    static final int HIGHEST_RATE = 1_000_000;
    static final int HIGHEST_BURST = 10_000_000;

    /** Which every CloudEvents intermediary has to let pass. */
    static final int LEAST_BYTES = 65_536;

    static final int MOST_BYTES = 268_435_456;

    static final String FILE = "fanfare.tenants.file";

    public static TenantSettings of(Settings settings) {
        TenantLimits usual = new TenantLimits(
                settings.number("fanfare.tenant.max-subscriptions", 0, MOST_SUBSCRIPTIONS),
                settings.number("fanfare.owner.max-subscriptions", 0, MOST_SUBSCRIPTIONS),
                rate(settings),
                settings.optionalNumber("fanfare.tenant.max-bytes", LEAST_BYTES, MOST_BYTES)
                        .orElse(MOST_BYTES));
        return new TenantSettings(
                usual,
                settings.optionalText(FILE)
                        .map(text -> TenantsFile.read(path(text), usual))
                        .orElse(Map.of()));
    }

    public TenantLimits of(String tenant) {
        return own.getOrDefault(tenant, usual);
    }

    private static Optional<ReceiveRate> rate(Settings settings) {
        Optional<Integer> burst = settings.optionalNumber("fanfare.tenant.receive-burst", 1, HIGHEST_BURST);
        return settings.optionalNumber("fanfare.tenant.receive-rate", 1, HIGHEST_RATE)
                .map(ReceiveRate::of)
                .map(rate -> burst.map(given -> new ReceiveRate(rate.perSecond(), given))
                        .orElse(rate));
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException malformed) {
            throw new WrongSetting(FILE + " is '" + text + "', expected the path of a file.");
        }
    }
}
