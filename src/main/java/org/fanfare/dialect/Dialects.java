package org.fanfare.dialect;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All dialects there are: Fanfare's own, and those that were added. */
public final class Dialects {

    private static final List<Dialect> OWN = List.of(
            WholeEventDialect.PACIFICA,
            WholeEventDialect.CLOUDEVENTS_STRUCTURED,
            new BinaryDialect(),
            new StandardWebhooksDialect());

    private final Map<String, Dialect> byName = new TreeMap<>();

    /** @throws IllegalArgumentException if two have one name, with a sentence about it */
    public Dialects(Iterable<Dialect> further) {
        OWN.forEach(this::add);
        further.forEach(this::add);
    }

    private void add(Dialect dialect) {
        String name = dialect.wireName();
        if (!name.matches("[a-z0-9][a-z0-9.-]{0,63}")) {
            throw new IllegalArgumentException("There is a dialect with the name '" + name
                    + "', expected 1 to 64 lower-case letters, digits, hyphens and dots.");
        }
        if (byName.putIfAbsent(name, dialect) != null) {
            throw new IllegalArgumentException("There are two dialects with the name '" + name + "'.");
        }
    }

    /** The dialect of that name; names are exact. */
    public Optional<Dialect> named(String wireName) {
        return Optional.ofNullable(byName.get(wireName));
    }

    /** The dialect of a name that was good once; if it is gone, one in whose stead each delivery fails and says so. */
    public Dialect stored(String wireName) {
        return named(wireName).orElseGet(() -> new Gone(wireName));
    }

    /** All names, sorted. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    private record Gone(String wireName) implements Dialect {

        @Override
        public OutgoingRequest request(String deliveryId, OutgoingEvent event, JsonObject extensions) {
            throw new Undeliverable("the dialect '" + wireName + "' of the subscription is not there any more");
        }
    }
}
