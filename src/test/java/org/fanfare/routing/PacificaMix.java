package org.fanfare.routing;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Events as Pacifica's producer sends them, and subscriptions as its users may have them. All ask for type and source and for
 * one record or, like the documents' own example, for two; a tenth for a range, a tenth for what no index can look up beyond
 * type and source; a fifth are duplicates. Of 100 000, an event of 20 records matches some 15, and one of 200 some 900.
 */
final class PacificaMix {

    private static final String EVENT = "@[\"eventType\"] = \"%s\" and @[\"source\"] = \"%s\"";
    private static final String RECORD = "[\"data\"][*][?(@[\"destinationTable\"] = \"%s\" and %s)]";

    private final Random random;
    private final List<String> before = new ArrayList<>();

    PacificaMix(long seed) {
        this.random = new Random(seed);
    }

    /** The next subscription's expression. */
    String expression() {
        String expression = !before.isEmpty() && random.nextInt(5) == 0
                ? before.get(random.nextInt(before.size()))
                : made(type(), source());
        before.add(expression);
        return expression;
    }

    /** One that wants events of that type and source. */
    String made(String type, String source) {
        int kind = random.nextInt(100);
        String event = EVENT.formatted(type, source);
        String guard = kind < 60 ? event + " and $" + keyValue(key(), value()) : event;
        return "$[?(%s)]%s".formatted(guard, record(kind));
    }

    private String record(int kind) {
        if (kind < 60) {
            return files("@[\"mimetype\"] = \"%s\" and @[\"subdir\"] = \"%s\"".formatted(mimetype(), folder()));
        }
        if (kind < 68) {
            return keyValue("sample", sample());
        }
        if (kind < 74) {
            return RECORD.formatted("Transactions.project", "@[\"value\"] = \"%s\"".formatted(project()));
        }
        if (kind < 80) {
            return RECORD.formatted("Transactions.submitter", "@[\"value\"] = %d".formatted(submitter()));
        }
        return files(kind < 90 ? range() : notIndexable(kind));
    }

    private String range() {
        return "@[\"mimetype\"] = \"%s\" and @[\"size\"] > %d".formatted(mimetype(), much());
    }

    private String notIndexable(int kind) {
        return kind < 95
                ? "@[\"name\"] contains \"%s\"".formatted(name())
                : "not @[\"hashtype\"] = \"sha1\" and @[\"size\"] != %d".formatted(size());
    }

    private static String files(String condition) {
        return RECORD.formatted("Files", condition) + "[\"_id\"]";
    }

    private static String keyValue(String key, String value) {
        return RECORD.formatted(
                "TransactionKeyValue", "@[\"key\"] = \"%s\" and @[\"value\"] = \"%s\"".formatted(key, value));
    }

    /** An ingest event with that many records. */
    JsonValue event(int records) {
        return event(records, type(), source());
    }

    /**
     * An ingest event with that many records, of which the first four tell of the transaction, and of the rest every fourth
     * has a key and a value, and all others are of files.
     */
    JsonValue event(int records, String type, String source) {
        int id = random.nextInt(1_000_000);
        StringBuilder text = new StringBuilder("""
                {"cloudEventsVersion": "0.1", "eventType": "%s", "source": "%s",
                "eventID": "metadata.ingest.%d", "eventTime": "2019-03-01T12:00:00", "extensions": {},
                "contentType": "application/json", "data": [
                {"destinationTable": "Transactions._id", "value": %d},
                {"destinationTable": "Transactions.submitter", "value": %d},
                {"destinationTable": "Transactions.project", "value": "%s"},
                {"destinationTable": "Transactions.instrument", "value": 54}
                """.formatted(type, source, id, id, submitter(), project()));
        for (int i = 4; i < records; i++) {
            text.append(i % 4 == 0 ? keyValue(i) : file(i));
        }
        return json(text.append("]}").toString());
    }

    private String file(int id) {
        return """
                , {"destinationTable": "Files", "_id": %d, "name": "%s", "subdir": "%s", "mimetype": "%s", "size": %d,
                "hashtype": "sha1", "hashsum": "%040x", "ctime": "2019-03-01T11:59:00", "mtime": "2019-03-01T11:59:00"}
                """.formatted(id, name(), folder(), mimetype(), size(), random.nextLong() >>> 1);
    }

    private String keyValue(int number) {
        boolean isSample = number % 16 == 0;
        return """
                , {"destinationTable": "TransactionKeyValue", "key": "%s", "value": "%s"}
                """.formatted(isSample ? "sample" : key(), isSample ? sample() : value());
    }

    static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    private String type() {
        return "org.pacifica.metadata.ingest" + random.nextInt(6);
    }

    private String source() {
        return "/pacifica/metadata/instrument/" + random.nextInt(6);
    }

    private String key() {
        return "key" + random.nextInt(6);
    }

    private String value() {
        return "value" + random.nextInt(5);
    }

    private String sample() {
        return "sample " + random.nextInt(20_000);
    }

    private String mimetype() {
        return "application/x-" + random.nextInt(12);
    }

    private String folder() {
        return "run/" + random.nextInt(10);
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
}
