package org.fanfare.subscription;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.fanfare.caller.Owner;

/**
 * One entry of the file of static subscriptions, read and found good.
 *
 * @param key what it is, whatever else of it changes
 * @param print tells whether it has changed
 */
record StaticEntry(String key, Owner owner, SubscriptionBody body, String print) {

    private static final int ROUNDS = 10_000;
    private static final int BITS = 256;

    /** Slow on purpose: there are secrets in an entry, and what is stored must not help to guess them. */
    static String print(String key, JsonObject entry) {
        try {
            byte[] salt = ("fanfare " + key).getBytes(StandardCharsets.UTF_8);
            PBEKeySpec text = new PBEKeySpec(entry.toString().toCharArray(), salt, ROUNDS, BITS);
            return HexFormat.of()
                    .formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(text)
                            .getEncoded());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256", missing);
        }
    }
}
