package org.fanfare.signing;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fanfare.wire.JsonText;

/**
 * The keys of one subscription: of each scheme the current one, and those that were replaced and still count. Immutable.
 *
 * @param overlap how long a key counts after it was replaced, where the replacement does not say
 * @param keys the newest first; none where deliveries are not signed
 */
public record KeyRing(Duration overlap, List<HeldKey> keys) {

    /** How long a key counts after it was replaced, where nothing else is said. */
    public static final Duration DEFAULT_OVERLAP = Duration.ofHours(24);

    /** Of those who do not sign. */
    public static final KeyRing EMPTY = new KeyRing(DEFAULT_OVERLAP, List.of());

    /** Signatures of more keys than this would outgrow the headers that receivers take; the oldest makes room. */
    private static final int MOST = 8;

    public KeyRing {
        keys = List.copyOf(keys);
    }

    /** The ring that {@link #json()} has written. */
    public static KeyRing of(JsonObject json) {
        return new KeyRing(
                Duration.parse(json.getString("overlap")),
                json.getJsonArray("keys").getValuesAs(JsonObject.class).stream()
                        .map(HeldKey::of)
                        .toList());
    }

    /** As it is kept, secrets and all. */
    public JsonObject json() {
        JsonArrayBuilder array = JsonText.JSON.createArrayBuilder();
        keys.forEach(key -> array.add(key.json()));
        return JsonText.JSON
                .createObjectBuilder()
                .add("overlap", overlap.toString())
                .add("keys", array)
                .build();
    }

    /** Whether deliveries are not signed. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The headers that sign one attempt, the id among them; none where deliveries are not signed. */
    public Map<String, String> headers(String id, Instant at, byte[] body) {
        List<SigningKey> live = live(at).map(HeldKey::key).toList();
        return live.isEmpty() ? Map.of() : Signer.headers(live, id, at, body);
    }

    /** The key pairs among the keys that count, whose public keys receivers ask for. */
    public List<HeldKey> keyPairs(Instant now) {
        return live(now).filter(held -> held.key() instanceof KeyPair).toList();
    }

    /**
     * As its owner sees it.
     *
     * @param shown the shared secrets of this time are shown, as it is that of the change that is being answered; null to
     *     show none
     */
    public JsonObject view(Instant shown) {
        JsonArrayBuilder schemes = JsonText.JSON.createArrayBuilder();
        schemes().forEach(scheme -> schemes.add(scheme.wireName()));
        JsonArrayBuilder views = JsonText.JSON.createArrayBuilder();
        keys.forEach(held -> views.add(held.view(held.created().equals(shown))));
        return JsonText.JSON
                .createObjectBuilder()
                .add("schemes", schemes)
                .add("overlap", overlap.toString())
                .add("keys", views)
                .build();
    }

    /** The schemes that deliveries are signed by. */
    List<Scheme> schemes() {
        return Stream.of(Scheme.values())
                .filter(scheme -> current(scheme).isPresent())
                .toList();
    }

    Optional<SigningKey> current(Scheme scheme) {
        return keys.stream()
                .filter(held -> held.isCurrent(scheme))
                .map(HeldKey::key)
                .findFirst();
    }

    /** This ring with another overlap for replacements to come. */
    KeyRing withOverlap(Duration other) {
        return new KeyRing(other, keys);
    }

    /** This ring without the keys of other schemes. */
    KeyRing limitedTo(List<Scheme> schemes) {
        return new KeyRing(
                overlap,
                keys.stream()
                        .filter(held -> schemes.contains(held.key().scheme()))
                        .toList());
    }

    /** This ring with {@code key} as the current one of its scheme, and those before for that much longer at the most. */
    KeyRing replaced(SigningKey key, Duration stay, Instant now) {
        List<HeldKey> all = new ArrayList<>();
        all.add(new HeldKey(key, now, Optional.empty()));
        keys.stream()
                .filter(held -> !held.key().equals(key))
                .map(held -> held.key().scheme() == key.scheme() ? held.replacedUntil(now.plus(stay)) : held)
                .filter(held -> held.countsAt(now))
                .limit(MOST - 1L)
                .forEach(all::add);
        return new KeyRing(overlap, all);
    }

    private Stream<HeldKey> live(Instant now) {
        return keys.stream().filter(held -> held.countsAt(now));
    }

    @Override
    public String toString() {
        return "KeyRing" + keys;
    }
}
