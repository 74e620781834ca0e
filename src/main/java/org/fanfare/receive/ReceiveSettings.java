package org.fanfare.receive;

import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;

/**
 * What {@code /receive} takes.
 *
 * @param maxBytes the largest body; at least 64 KiB, which every CloudEvents intermediary has to let pass
 * @param allowedRate requests per minute that the webhook handshake grants; {@code *} for no limit
 */
public record ReceiveSettings(int maxBytes, String allowedRate) {

    private static final int LEAST_BYTES = 65_536;
    private static final int MOST_BYTES = 268_435_456;

    public static ReceiveSettings of(Settings settings) {
        String rate = settings.text("fanfare.receive.allowed-rate");
        if (!rate.matches("\\*|[1-9][0-9]{0,8}")) {
            throw new WrongSetting(
                    "fanfare.receive.allowed-rate is '" + rate + "', expected * or requests per minute.");
        }
        return new ReceiveSettings(settings.number("fanfare.receive.max-bytes", LEAST_BYTES, MOST_BYTES), rate);
    }
}
