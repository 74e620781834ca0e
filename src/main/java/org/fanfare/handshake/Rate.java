package org.fanfare.handshake;

import java.util.Optional;

/**
 * What {@code WebHook-Allowed-Rate} says.
 *
 * @param perMinute deliveries a minute, 1 or more; null for as many as there are
 */
record Rate(Integer perMinute) {

    /** Reads a positive whole number or {@code *}; one that no integer holds is as good as no limit. */
    static Optional<Rate> read(String text) {
        String value = text.strip();
        if (value.equals("*")) {
            return Optional.of(new Rate(null));
        }
        if (!value.matches("[0-9]{1,100}") || value.matches("0+")) {
            return Optional.empty();
        }
        String digits = value.replaceFirst("^0+", "");
        return Optional.of(new Rate(digits.length() > 9 ? null : Integer.valueOf(digits)));
    }
}
