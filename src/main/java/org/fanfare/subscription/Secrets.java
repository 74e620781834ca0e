package org.fanfare.subscription;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Lob;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fanfare.secret.MasterKeys;
import org.fanfare.secret.SecretUnreadable;
import org.fanfare.signing.KeyRing;
import org.fanfare.signing.Rotation;
import org.fanfare.signing.SigningWish;
import org.fanfare.wire.JsonText;

/**
 * What is secret of a subscription, sealed as the database has it; it is opened by whoever needs it, when he needs it. So
 * a master key that is missing hurts nobody else. Does not change; other secrets are another one.
 *
 * <p>Each text is sealed for its column of its row: what was copied into another row cannot be opened there. Hence the
 * subscription's id in all methods.
 */
@Embeddable
public class Secrets {

    private static final String NONE = "{}";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Lob
    private String auth;

    @Lob
    private String headers;

    @Lob
    private String signing;

    /** The id of the master key; see the migration. */
    @Column(name = "secrets_key")
    private String secretsKey;

    protected Secrets() {}

    private Secrets(String auth, String headers, String signing) {
        this.auth = auth;
        this.headers = headers;
        this.signing = signing;
        this.secretsKey = keyOfAll();
    }

    /** Of a subscription that has none yet. */
    static Secrets none() {
        return new Secrets(NONE, NONE, null);
    }

    /** In the form of {@code auth} of the Pacifica wire. */
    JsonObject auth(UUID subscription) {
        return open(auth, subscription, "auth");
    }

    /** With other credentials; the mask in them stands for what is there. */
    Secrets withAuth(UUID subscription, JsonObject other) {
        JsonObject known = ifReadable(() -> auth(subscription), JsonValue.EMPTY_JSON_OBJECT);
        return new Secrets(seal(AuthJson.unmask(other, known), subscription, "auth"), headers, signing);
    }

    /** What is added to the headers of deliveries, by name. */
    JsonObject headers(UUID subscription) {
        return open(headers, subscription, "headers");
    }

    private Secrets withHeaders(UUID subscription, JsonObject other) {
        return new Secrets(auth, seal(other, subscription, "headers"), signing);
    }

    /** The keys that deliveries are signed with. */
    KeyRing signing(UUID subscription) {
        return signing == null ? KeyRing.EMPTY : KeyRing.of(open(signing, subscription, "signing"));
    }

    private Secrets withSigning(UUID subscription, KeyRing other) {
        return new Secrets(auth, headers, other.isEmpty() ? null : seal(other.json(), subscription, "signing"));
    }

    /** Those that a body asks for: what it leaves out stays, but for headers, of which it names all. */
    Secrets fulfilling(UUID subscription, SubscriptionBody body, Instant now) {
        JsonObject known = ifReadable(() -> headers(subscription), JsonValue.EMPTY_JSON_OBJECT);
        Secrets changed = withHeaders(subscription, HeadersJson.unmask(body.headers(), known));
        if (body.credential() != null) {
            changed = changed.withAuth(subscription, body.credential().auth());
        } else if (body.clearsCredential()) {
            changed = changed.withAuth(subscription, JsonValue.EMPTY_JSON_OBJECT);
        }
        KeyRing before = ifReadable(() -> signing(subscription), KeyRing.EMPTY);
        KeyRing asked = body.signing().fulfil(before, now, RANDOM);
        KeyRing after =
                asked.isEmpty() && body.delivery().isSigned() ? SigningWish.DEFAULT.fulfil(asked, now, RANDOM) : asked;
        return after.equals(before) ? changed : changed.withSigning(subscription, after);
    }

    /** The same with other keys for signatures. */
    Secrets rotated(UUID subscription, Rotation rotation, Instant now) {
        return withSigning(subscription, rotation.applyTo(signing(subscription), now, RANDOM));
    }

    /** The same, sealed with the first master key. */
    Secrets resealed(UUID subscription) {
        return withAuth(subscription, auth(subscription))
                .withHeaders(subscription, headers(subscription))
                .withSigning(subscription, signing(subscription));
    }

    /** The {@code auth} of a subscription; nothing where it cannot be opened. */
    static JsonObject readableAuth(Subscription subscription) {
        return ifReadable(subscription::auth, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** A secret, or {@code otherwise} where it cannot be opened: for lists, which one row must not break. */
    static <T> T ifReadable(Supplier<T> secret, T otherwise) {
        try {
            return secret.get();
        } catch (SecretUnreadable unreadable) {
            return otherwise;
        }
    }

    /** The key that all are sealed with; where it is not the same for all, one that is not the first master key. */
    private String keyOfAll() {
        String result = "";
        for (String text : texts().toList()) {
            String key = MasterKeys.keyId(text).orElse(null);
            if (!MasterKeys.configured().firstId().equals(key)) {
                return key;
            }
            result = key;
        }
        return result;
    }

    private Stream<String> texts() {
        return Stream.of(auth, headers, signing).filter(text -> text != null && !text.equals(NONE));
    }

    private static String seal(JsonObject secret, UUID subscription, String column) {
        return secret.isEmpty() ? NONE : MasterKeys.configured().seal(secret.toString(), place(subscription, column));
    }

    private static JsonObject open(String stored, UUID subscription, String column) {
        if (stored.equals(NONE)) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        return JsonText.object(MasterKeys.configured().open(stored, place(subscription, column)));
    }

    private static String place(UUID subscription, String column) {
        return "subscription/" + subscription + "/" + column;
    }
}
