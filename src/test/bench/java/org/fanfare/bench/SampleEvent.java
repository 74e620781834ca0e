package org.fanfare.bench;

import java.nio.charset.StandardCharsets;

/** The event that Pacifica Metadata sends after an ingest, some 2 kB, and the subscriptions to it. */
final class SampleEvent {

    private static final String ID = "metadata.ingest.";
    private static final byte[] ID_BYTES = ID.getBytes(StandardCharsets.ISO_8859_1);

    private static final String TEXT = """
            {"cloudEventsVersion": "0.1", "eventType": "org.pacifica.metadata.ingest", \
            "source": "http://metadata.pacifica.org/transactions?_id=%1$d", "eventID": "metadata.ingest.%1$d", \
            "eventTime": "2026-03-01T12:00:00", "extensions": {"comExampleExtension": "value"}, \
            "contentType": "application/json", "data": [\
            {"destinationTable": "Transactions._id", "value": %1$d}, \
            {"destinationTable": "Transactions.submitter", "value": 10}, \
            {"destinationTable": "Transactions.project", "value": "1234c\u00e9"}, \
            {"destinationTable": "Transactions.instrument", "value": 54}, \
            {"destinationTable": "TransactionKeyValue", "key": "Tag", "value": "Blah"}, \
            {"destinationTable": "TransactionKeyValue", "key": "Taggy", "value": "Blah"}, \
            {"destinationTable": "TransactionKeyValue", "key": "Taggier", "value": "Blah\\\\u00e9"}, \
            {"destinationTable": "Files", "_id": 34, "name": "foo.txt", "subdir": "a/b/", "size": 128, \
            "hashtype": "sha1", "hashsum": "d2a4b9ee0a3b2b6b5e0a9c1f4d7e8f9a0b1c2d3e", "mimetype": "text/plain", \
            "mtime": "Tue Nov 29 14:09:05 PST 2016", "ctime": "Tue Nov 29 14:09:05 PST 2016"}, \
            {"destinationTable": "Files", "_id": 35, "name": "bar.txt", "subdir": "a/b/", "size": 47, \
            "hashtype": "sha1", "hashsum": "0b1c2d3ed2a4b9ee0a3b2b6b5e0a9c1f4d7e8f9a", "mimetype": "text/plain", \
            "mtime": "Tue Nov 29 14:09:05 PST 2016", "ctime": "Tue Nov 29 14:09:05 PST 2016"}, \
            {"destinationTable": "Files", "name": "\u304b\u306a & \u6f22\u5b57.txt", "subdir": "a/\u00e9/", "size": 5, \
            "hashtype": "sha1", "hashsum": "e8f9a0b1c2d3ed2a4b9ee0a3b2b6b5e0a9c1f4d7", "mimetype": "text/plain", \
            "mtime": "Tue Nov 29 14:09:05 PST 2016", "ctime": "Tue Nov 29 14:09:05 PST 2016"}]}""";

    private static final byte[][] PARTS = parts();

    private SampleEvent() {}

    /** The event of this number, which is part of its source and its id. */
    static byte[] of(int number) {
        byte[] digits = Integer.toString(number).getBytes(StandardCharsets.ISO_8859_1);
        int length = digits.length * (PARTS.length - 1);
        for (byte[] part : PARTS) {
            length += part.length;
        }
        byte[] event = new byte[length];
        int at = 0;
        for (int i = 0; i < PARTS.length; i++) {
            System.arraycopy(PARTS[i], 0, event, at, PARTS[i].length);
            at += PARTS[i].length;
            if (i + 1 < PARTS.length) {
                System.arraycopy(digits, 0, event, at, digits.length);
                at += digits.length;
            }
        }
        return event;
    }

    /** The number of the event that this body holds; -1 if none is found. */
    static int numberIn(byte[] body, int length) {
        int at = find(body, length);
        if (at < 0) {
            return -1;
        }
        int number = 0;
        for (int i = at; i < length && body[i] >= '0' && body[i] <= '9'; i++) {
            number = 10 * number + body[i] - '0';
        }
        return number;
    }

    private static int find(byte[] body, int length) {
        int last = length - ID_BYTES.length;
        for (int start = 0; start <= last; start++) {
            int same = 0;
            while (same < ID_BYTES.length && body[start + same] == ID_BYTES[same]) {
                same++;
            }
            if (same == ID_BYTES.length) {
                return start + same;
            }
        }
        return -1;
    }

    /** A subscription that matches every such event. */
    static byte[] wish(String target) {
        return wish("all ingests", "$[?(@[\"eventType\"] = \"org.pacifica.metadata.ingest\")]", target);
    }

    /** An event that only {@link #slowWish} matches. */
    static byte[] slow(int number) {
        return """
                {"cloudEventsVersion": "0.1", "eventType": "org.example.slow", "source": "/slow", "eventID": "%d"}""".formatted(number)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A subscription that matches every slow event. */
    static byte[] slowWish(String target) {
        return wish("all slow ones", "$[?(@[\"eventType\"] = \"org.example.slow\")]", target);
    }

    /** A subscription that matches none; each number another expression, in turn of the records and of the type. */
    static byte[] otherWish(int number, String target) {
        return wish(
                "other " + number,
                number % 2 == 0
                        ? "$[\"data\"][*][?(@[\"key\"] = \"k%1$d\" and @[\"value\"] = \"v%1$d\")]".formatted(number)
                        : "$[?(@[\"eventType\"] = \"x%d\")]".formatted(number),
                target);
    }

    private static byte[] wish(String name, String expression, String target) {
        return "{\"name\": \"%s\", \"jsonpath\": \"%s\", \"target_url\": \"%s\"}"
                .formatted(name, expression.replace("\"", "\\\""), target)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[][] parts() {
        String[] texts = TEXT.split("%1\\$d", -1);
        byte[][] parts = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            parts[i] = texts[i].getBytes(StandardCharsets.UTF_8);
        }
        return parts;
    }
}
