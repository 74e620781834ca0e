package org.fanfare.testing;

import java.util.UUID;

/** Events as the Pacifica producers post them. */
public final class Posted {

    public static final String SOURCE = "http://metadata.example.org/transactions";

    private Posted() {}

    /** A type that no other test has. */
    public static String newType() {
        return "org.example." + UUID.randomUUID();
    }

    /** An event of version 0.1 with a new id. */
    public static String event(String type) {
        return event(type, UUID.randomUUID().toString());
    }

    public static String event(String type, String id) {
        return """
                {"cloudEventsVersion": "0.1", "eventType": "%s", "source": "%s", "eventID": "%s", \
                "eventTime": "2026-01-31T12:00:00", "extensions": {}, "contentType": "application/json", \
                "data": [{"destinationTable": "Transactions._id", "value": 1234}]}""".formatted(type, SOURCE, id);
    }
}
