package org.fanfare.sending;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fanfare.wire.JsonMembers;

/**
 * Whether a subscription's target is asked before deliveries go to it (CloudEvents HTTP webhooks, 4).
 *
 * @param requestedRate how many deliveries a minute are asked for; null for no number
 */
public record HandshakeOptions(Mode mode, Integer requestedRate) {

    /** The members it is written as. */
    public static final Set<String> MEMBERS = Set.of("handshake", "handshake_rate");

    private static final int MOST = 1_000_000;

    /** Reads them; what is wrong is noted as a fault of its member. */
    public static HandshakeOptions read(JsonMembers members) {
        String name = members.text("handshake");
        List<Mode> named = Arrays.stream(Mode.values())
                .filter(mode -> mode.wireName().equals(name))
                .toList();
        if (name != null && named.isEmpty()) {
            members.fault("handshake", "handshake must be off, offered or required.");
        }
        return new HandshakeOptions(named.isEmpty() ? Mode.OFF : named.get(0), rate(members));
    }

    private static Integer rate(JsonMembers members) {
        JsonValue value = members.value("handshake_rate");
        if (value == null) {
            return null;
        }
        boolean isRate = value instanceof JsonNumber number
                && number.isIntegral()
                && number.longValue() >= 1
                && number.longValue() <= MOST;
        return isRate
                ? Integer.valueOf(((JsonNumber) value).intValue())
                : members.fault(
                        "handshake_rate", "handshake_rate must be a whole number from 1 to %d.".formatted(MOST));
    }

    /** Whether the target is asked at all. */
    public boolean isAsked() {
        return mode != Mode.OFF;
    }

    /** What the target's consent is worth. */
    public enum Mode {
        /** Nobody is asked. */
        OFF,
        /** The target is asked; as long as it does not consent, deliveries go slowly. */
        OFFERED,
        /** Nothing is delivered until the target consents. */
        REQUIRED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
