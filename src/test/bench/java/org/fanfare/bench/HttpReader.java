package org.fanfare.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

/** Reads HTTP/1.1 messages, one after the other, from a connection; just enough for benchmarks and cheap. */
final class HttpReader {

    private final InputStream in;
    private final byte[] buffer = new byte[16_384];
    private int from;
    private int to;
    private byte[] body = new byte[8_192];
    private int bodyLength;
    private String startLine;
    private boolean isLast;

    HttpReader(InputStream in) {
        this.in = in;
    }

    /** Reads the next message as a whole; false if the other side has closed the connection instead. */
    boolean next() throws IOException {
        if (from == to && !fill()) {
            return false;
        }
        startLine = line();
        bodyLength = 0;
        int length = 0;
        boolean chunked = false;
        isLast = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
                chunked = header.toLowerCase(Locale.ROOT).endsWith("chunked");
            } else if (header.regionMatches(true, 0, "connection:", 0, 11)) {
                isLast = header.toLowerCase(Locale.ROOT).endsWith("close");
            }
        }
        if (chunked) {
            readChunks();
        } else {
            readBody(length);
        }
        return true;
    }

    /** Of the response just read. */
    int status() {
        return Integer.parseInt(startLine.substring(9, 12));
    }

    /** The number that follows this in the path of the request just read; -1 if there is none. */
    int numberAfter(String text) {
        int at = startLine.indexOf(text);
        if (at < 0) {
            return -1;
        }
        int number = -1;
        for (int i = at + text.length(); i < startLine.length() && Character.isDigit(startLine.charAt(i)); i++) {
            number = 10 * Math.max(0, number) + startLine.charAt(i) - '0';
        }
        return number;
    }

    /** Whether the other side closes the connection after the message just read. */
    boolean isLast() {
        return isLast;
    }

    /** Holds the body just read, and older bytes behind {@link #bodyLength}. */
    byte[] body() {
        return body;
    }

    int bodyLength() {
        return bodyLength;
    }

    private void readChunks() throws IOException {
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            readBody(size);
            line();
        }
        while (!line().isEmpty()) {
            continue; // trailers
        }
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private void readBody(int length) throws IOException {
        int end = bodyLength + length;
        if (end > body.length) {
            body = Arrays.copyOf(body, Math.max(end, 2 * body.length));
        }
        while (bodyLength < end) {
            if (from == to && !fill()) {
                throw new EOFException("the connection ended within a body");
            }
            int part = Math.min(to - from, end - bodyLength);
            System.arraycopy(buffer, from, body, bodyLength, part);
            from += part;
            bodyLength += part;
        }
    }

    @SuppressWarnings("deprecation") // each byte as one character: what a head is, and cheap
    private String line() throws IOException {
        StringBuilder longer = null;
        while (true) {
            for (int i = from; i < to; i++) {
                if (buffer[i] == '\n') {
                    String text = new String(buffer, 0, from, i - from);
                    from = i + 1;
                    return (longer == null ? text : longer.append(text).toString()).stripTrailing();
                }
            }
            longer = longer == null ? new StringBuilder() : longer;
            longer.append(new String(buffer, 0, from, to - from));
            if (!fill()) {
                throw new EOFException("the connection ended within a head");
            }
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }
}
