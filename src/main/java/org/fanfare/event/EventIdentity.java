package org.fanfare.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two events the same: source and id together (CloudEvents core, section "id"), as keys of a fixed length. */
final class EventIdentity {

    private EventIdentity() {}

    static String of(String source, String id) {
        return hash(source + '\0' + id);
    }

    /** A key to find the events of one source by. */
    static String sourceKey(String source) {
        return hash(source).substring(0, 32);
    }

    private static String hash(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
