package org.fanfare.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fanfare.caller.Owner;

/**
 * What makes two events the same: source and id together (CloudEvents core, section "id"), in one tenant; as keys of a fixed
 * length.
 */
final class EventIdentity {

    private EventIdentity() {}

    /** The default tenant is not part of the key: so it was before there were others. */
    static String of(String tenant, String source, String id) {
        String both = source + '\0' + id;
        return hash(Owner.isDefault(tenant) ? both : tenant + '\0' + both);
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
