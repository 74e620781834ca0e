package org.fanfare.sending;

import java.time.Duration;

/**
 * The limits of the sender.
 *
 * @param connectTimeout for the connection to one address, the TLS handshake, the DNS lookup and the wait for a free
 *     connection, each
 * @param responseTimeout the longest silence of a target
 * @param totalTimeout for the whole exchange, whatever the target does
 * @param maxConnections open connections to all targets together
 * @param maxPerRoute open connections to one scheme, host and port
 * @param maxResponseBytes how much of a response body is read
 */
public record SenderSettings(
        Duration connectTimeout,
        Duration responseTimeout,
        Duration totalTimeout,
        int maxConnections,
        int maxPerRoute,
        int maxResponseBytes) {

    public SenderSettings {
        requirePositive("connectTimeout", connectTimeout);
        requirePositive("responseTimeout", responseTimeout);
        requirePositive("totalTimeout", totalTimeout);
        require(maxConnections > 0, "maxConnections must be at least 1");
        require(maxPerRoute > 0, "maxPerRoute must be at least 1");
        require(maxResponseBytes >= 0, "maxResponseBytes must not be negative");
    }

    /** 5 s, 15 s, 30 s, 200 and 50 connections, 16 KiB. */
    public static SenderSettings defaults() {
        return new SenderSettings(
                Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30), 200, 50, 16 * 1024);
    }

    private static void requirePositive(String name, Duration value) {
        require(!value.isNegative() && !value.isZero(), name + " must be more than zero");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
