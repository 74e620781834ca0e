package org.fanfare.signing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the three headers of Standard Webhooks 1.0.0. */
public final class Signer {

    private Signer() {}

    /**
     * The headers of one attempt.
     *
     * @param keys the newest first; at least one
     * @param id the same in every attempt; without a dot, which would let one message pass for another
     * @param at when the attempt is made
     * @param body as it is sent
     */
    public static Map<String, String> headers(List<SigningKey> keys, String id, Instant at, byte[] body) {
        if (keys.isEmpty() || id.isEmpty() || id.indexOf('.') >= 0) {
            throw new IllegalArgumentException("signatures need a key, and an id without a dot");
        }
        String timestamp = Long.toString(at.getEpochSecond());
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        String signatures = keys.stream().map(key -> signature(key, head, body)).collect(Collectors.joining(" "));
        return Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signatures);
    }

    private static String signature(SigningKey key, byte[] head, byte[] body) {
        return key.scheme().wireName() + "," + Base64.getEncoder().encodeToString(key.sign(head, body));
    }
}
