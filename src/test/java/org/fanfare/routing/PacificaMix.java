package org.fanfare.routing;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Events as Pacifica's producer sends them, and subscriptions as its users may have them: mostly one or two conditions on
 * a record, some ranges, few that no index can do anything about, a fifth of them duplicates.
 */
final class PacificaMix {

    private static final String FILES =
            "$[?(@[\"eventType\"] = \"%s\")][\"data\"][*][?(@[\"destinationTable\"] = \"Files\" and %s)][\"_id\"]";

    private static final String RECORD =
            "$[?(@[\"eventType\"] = \"%s\")][\"data\"][*][?(@[\"destinationTable\"] = \"%s\" and %s)]";

    private final Random random;
    private final List<String> before = new ArrayList<>();

    PacificaMix(long seed) {
        this.random = new Random(seed);
    }

    /** The next subscription's expression. */
    String expression() {
        String expression = !before.isEmpty() && random.nextInt(5) == 0
                ? before.get(random.nextInt(before.size()))
                : made(random.nextInt(100));
        before.add(expression);
        return expression;
    }

    private String made(int kind) {
        String type = type();
        if (kind < 35) {
            return RECORD.formatted(
                    type,
                    "TransactionKeyValue",
                    "@[\"key\"] = \"%s\" and @[\"value\"] = \"%s\"".formatted(key(), value()));
        }
        if (kind < 55) {
            return FILES.formatted(
                    type, "@[\"mimetype\"] = \"%s\" and @[\"subdir\"] = \"%s\"".formatted(mimetype(), folder()));
        }
        if (kind < 70) {
            return RECORD.formatted(type, "Transactions.project", "@[\"value\"] = \"%s\"".formatted(project()));
        }
        if (kind < 80) {
            return RECORD.formatted(type, "Transactions.submitter", "@[\"value\"] = %d".formatted(submitter()));
        }
        return kind < 88 ? FILES.formatted(type, "@[\"size\"] > %d".formatted(much())) : rare(type, kind);
    }

    private String rare(String type, int kind) {
        if (kind < 93) {
            return FILES.formatted(
                    type,
                    "@[\"mimetype\"] = \"%s\" and (@[\"subdir\"] = \"%s\" or @[\"subdir\"] = \"%s\")"
                            .formatted(mimetype(), folder(), folder()));
        }
        if (kind < 97) {
            return "$..[?(@[\"name\"] = \"%s\")]".formatted(name());
        }
        return FILES.formatted(
                type,
                kind < 99
                        ? "@[\"subdir\"] = \"%s\" and not @[\"mimetype\"] = \"%s\"".formatted(folder(), mimetype())
                        : "@[\"name\"] contains \"%s\"".formatted(name()));
    }

    /** An ingest event with that many records, of which the first four tell of the transaction and half of the rest of files. */
    JsonValue event(int records) {
        int id = random.nextInt(1_000_000);
        StringBuilder text = new StringBuilder("""
                {"cloudEventsVersion": "0.1", "eventType": "%s", "source": "http://metadata.pacifica.org/transactions?_id=%d",
                "eventID": "metadata.ingest.%d", "eventTime": "2019-03-01T12:00:00", "extensions": {},
                "contentType": "application/json", "data": [
                {"destinationTable": "Transactions._id", "value": %d},
                {"destinationTable": "Transactions.submitter", "value": %d},
                {"destinationTable": "Transactions.project", "value": "%s"},
                {"destinationTable": "Transactions.instrument", "value": 54}
                """.formatted(type(), id, id, id, submitter(), project()));
        for (int i = 4; i < records; i++) {
            text.append(i % 2 == 0 ? file(i) : keyValue());
        }
        return json(text.append("]}").toString());
    }

    private String file(int id) {
        return """
                , {"destinationTable": "Files", "_id": %d, "name": "%s", "subdir": "%s", "mimetype": "%s", "size": %d,
                "hashtype": "sha1", "hashsum": "%040x", "ctime": "2019-03-01T11:59:00", "mtime": "2019-03-01T11:59:00"}
                """.formatted(id, name(), folder(), mimetype(), size(), random.nextLong() >>> 1);
    }

    private String keyValue() {
        return """
                , {"destinationTable": "TransactionKeyValue", "key": "%s", "value": "%s"}
                """.formatted(key(), value());
    }

    static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    private String type() {
        return random.nextInt(10) < 7 ? "org.pacifica.metadata.ingest" : "org.example.type" + random.nextInt(20);
    }

    private String key() {
        return "key" + skewed(100);
    }

    private String value() {
        return "value" + random.nextInt(1_000);
    }

    private String mimetype() {
        return "application/x-" + skewed(50);
    }

    private String folder() {
        return "run/" + random.nextInt(500);
    }

    private String project() {
        return "project " + random.nextInt(2_000);
    }

    private int submitter() {
        return random.nextInt(1_000);
    }

    private String name() {
        return "file" + random.nextInt(100_000) + ".dat";
    }

    /** From bytes to terabytes, few of them large. */
    private long size() {
        return (long) Math.exp(Math.abs(random.nextGaussian()) * 7);
    }

    /** What is worth being told of: more than most files have. */
    private long much() {
        return (long) Math.exp(17 + Math.abs(random.nextGaussian()) * 4);
    }

    private int skewed(int count) {
        double even = random.nextDouble();
        return (int) (even * even * count);
    }
}
