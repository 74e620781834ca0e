package org.fanfare.bench;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Events as Pacifica Metadata sends them after an ingest, some 2 kB, or as large as they are wanted, by more files; and
 * the subscriptions to them.
 */
final class SampleEvent {

    /** What Pacifica's are. */
    static final String TYPE = "org.pacifica.metadata.ingest";

    private static final String ID = "metadata.ingest.";
    private static final byte[] ID_BYTES = ID.getBytes(StandardCharsets.ISO_8859_1);

    /** A service that runs for longer than a benchmark does drops what it has had before. */
    private static final String RUN = UUID.randomUUID().toString();

    private static final String TEXT = """
            {"cloudEventsVersion": "0.1", "eventType": "%2$s", \
            "source": "http://metadata.pacifica.org/transactions?run=%3$s&_id=%1$d", "eventID": "metadata.ingest.%1$d", \
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

    private static final String FILE = """
            , {"destinationTable": "Files", "_id": %1$d, "name": "file%1$d.txt", "subdir": "a/b/", "size": %1$d, \
            "hashtype": "sha1", "hashsum": "d2a4b9ee0a3b2b6b5e0a9c1f4d7e8f9a0b1c2d3e", "mimetype": "text/plain", \
            "mtime": "Tue Nov 29 14:09:05 PST 2016", "ctime": "Tue Nov 29 14:09:05 PST 2016"}""";

    private static final String NUMBER = "\0";

    private final byte[][] parts;

    private SampleEvent(String text) {
        String[] texts = text.split(NUMBER, -1);
        parts = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            parts[i] = texts[i].getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Those of a type. */
    static SampleEvent ofType(String type) {
        return new SampleEvent(text(type));
    }

    /** Those of Pacifica's type that are no larger than this, and nearly so large. */
    static SampleEvent ofBytes(int most) {
        String plain = text(TYPE);
        StringBuilder files = new StringBuilder();
        int room = most - plain.getBytes(StandardCharsets.UTF_8).length - 3 * 10;
        for (int i = 100_000; ; i++) {
            String file = FILE.formatted(i);
            if (files.length() + file.length() > room) {
                return new SampleEvent(plain.substring(0, plain.length() - 2) + files + "]}");
            }
            files.append(file);
        }
    }

    private static String text(String type) {
        return TEXT.replace("%1$d", NUMBER).replace("%2$s", type).replace("%3$s", RUN);
    }

    /** The event of this number, which is part of its source and its id. */
    byte[] of(int number) {
        byte[] digits = Integer.toString(number).getBytes(StandardCharsets.ISO_8859_1);
        int length = digits.length * (parts.length - 1);
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] event = new byte[length];
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            System.arraycopy(parts[i], 0, event, at, parts[i].length);
            at += parts[i].length;
            if (i + 1 < parts.length) {
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
}
