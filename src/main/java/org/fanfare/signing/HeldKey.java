package org.fanfare.signing;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;
import org.fanfare.wire.JsonText;
import org.fanfare.wire.WireTime;

/**
 * A key of a subscription.
 *
 * @param created when it became the key to sign with
 * @param until when it counts no more, as it was replaced; empty of the current key of its scheme
 */
public record HeldKey(SigningKey key, Instant created, Optional<Instant> until) {

    /** What answers show in place of a secret. */
    public static final String MASK = "********";

    boolean countsAt(Instant now) {
        return until.map(now::isBefore).orElse(true);
    }

    boolean isCurrent(Scheme scheme) {
        return until.isEmpty() && key.scheme() == scheme;
    }

    /** The same, replaced; what ends earlier already still does. */
    HeldKey replacedUntil(Instant end) {
        return new HeldKey(key, created, Optional.of(until.filter(end::isAfter).orElse(end)));
    }

    /** As it is kept, secret and all. */
    JsonObject json() {
        JsonObjectBuilder json =
                JsonText.JSON.createObjectBuilder().add("secret", key.secret()).add("created", created.toString());
        until.ifPresent(end -> json.add("until", end.toString()));
        return json.build();
    }

    static HeldKey of(JsonObject json) {
        SigningKey key = SigningKey.kept(json.getString("secret"));
        Instant created = Instant.parse(json.getString("created"));
        Optional<Instant> until =
                Optional.ofNullable(json.getString("until", null)).map(Instant::parse);
        return new HeldKey(key, created, until);
    }

    /** As its owner sees it; a private key is shown to nobody. */
    JsonObject view(boolean withSecret) {
        JsonObjectBuilder view =
                JsonText.JSON.createObjectBuilder().add("scheme", key.scheme().wireName());
        if (key instanceof KeyPair pair) {
            view.add("kid", pair.keyId()).add("public", pair.publicText());
        } else {
            view.add("secret", withSecret ? key.secret() : MASK);
        }
        view.add("created", WireTime.write(created) + "Z");
        until.ifPresent(end -> view.add("until", WireTime.write(end) + "Z"));
        return view.build();
    }
}
