package org.fanfare.explain;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.function.BiConsumer;
import org.fanfare.event.Event;
import org.fanfare.wire.JsonText;
import org.fanfare.wire.WireTime;

/** What a look back has found, as JSON. */
final class ScannedJson {

    /** So many events of the time in question are counted. */
    static final int MOST_COUNTED = 100_000;

    private ScannedJson() {}

    /**
     * @param counted how many events there are to look at, up to one more than {@link #MOST_COUNTED}
     * @param more adds what else is to be said of an event
     */
    static JsonObject of(Scanned scanned, int counted, BiConsumer<Event, JsonObjectBuilder> more) {
        JsonObjectBuilder json = JsonText.JSON
                .createObjectBuilder()
                .add("matched", matched(scanned, more))
                .add("scanned", scanned.scanned())
                .add("of", Math.min(counted, MOST_COUNTED))
                .add("of_is_least", counted > MOST_COUNTED)
                .add("undecided", scanned.undecided())
                .add("faults", scanned.faults());
        if (scanned.lastFault() != null) {
            json.add("last_fault", scanned.lastFault());
        }
        json.add("complete", scanned.isComplete());
        if (!scanned.isComplete() && scanned.last() != null) {
            json.add("next", Continuation.of(scanned.last()));
        }
        return json.build();
    }

    private static JsonArrayBuilder matched(Scanned scanned, BiConsumer<Event, JsonObjectBuilder> more) {
        JsonArrayBuilder array = JsonText.JSON.createArrayBuilder();
        scanned.matched().forEach(event -> {
            JsonObjectBuilder one = JsonText.JSON
                    .createObjectBuilder()
                    .add("event", event.id().toString())
                    .add("type", event.cloudEvent().type())
                    .add("source", event.cloudEvent().source())
                    .add("received", WireTime.write(event.receivedAt()));
            more.accept(event, one);
            array.add(one);
        });
        return array;
    }
}
