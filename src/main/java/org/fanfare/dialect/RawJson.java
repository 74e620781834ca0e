package org.fanfare.dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fanfare.wire.JsonText;

/**
 * Finds where the members of an object or the elements of an array stand in a JSON text, so that an event can be cut
 * out of a batch, and a member be put into an event, without a byte of the rest changing.
 *
 * <p>It reads UTF-8 that a JSON parser has already accepted and looks at the outermost level alone, without recursion;
 * given anything else it throws {@link IllegalArgumentException}.
 */
public final class RawJson {

    private final byte[] json;
    private int at;

    private RawJson(byte[] json) {
        this.json = json;
    }

    /** The bytes from {@code start} up to {@code end}, which is not part of it. */
    public record Range(int start, int end) {

        /** These bytes of {@code json}. */
        public byte[] of(byte[] json) {
            return Arrays.copyOfRange(json, start, end);
        }
    }

    /** A member of an object: its decoded name, and where its value stands. */
    public record Member(String name, Range value) {}

    /** The members of the object in their order, one by one also where a name comes twice. */
    public static List<Member> members(byte[] json) {
        RawJson scan = new RawJson(json);
        scan.expect('{');
        List<Member> members = new ArrayList<>();
        while (scan.hasMore('}', members.isEmpty())) {
            Range name = scan.value();
            scan.expect(':');
            members.add(new Member(JsonText.string(name.of(json)), scan.value()));
        }
        return List.copyOf(members);
    }

    /** The elements of the array in their order. */
    public static List<Range> elements(byte[] json) {
        RawJson scan = new RawJson(json);
        scan.expect('[');
        List<Range> elements = new ArrayList<>();
        while (scan.hasMore(']', elements.isEmpty())) {
            elements.add(scan.value());
        }
        return List.copyOf(elements);
    }

    private boolean hasMore(char close, boolean first) {
        skipWhiteSpace();
        if (peek() == close) {
            return false;
        }
        if (!first) {
            expect(',');
        }
        return true;
    }

    private Range value() {
        skipWhiteSpace();
        int start = at;
        switch (peek()) {
            case '"' -> skipString();
            case '{', '[' -> skipNested();
            default -> skipScalar();
        }
        if (at == start) {
            throw unexpected();
        }
        return new Range(start, at);
    }

    private void skipString() {
        at++;
        while (peek() != '"') {
            at += peek() == '\\' ? 2 : 1;
        }
        at++;
    }

    private void skipNested() {
        int depth = 0;
        do {
            switch (peek()) {
                case '"' -> skipString();
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                default -> at++;
            }
        } while (depth > 0);
    }

    private void skipScalar() {
        while (at < json.length && ",]}: \t\r\n".indexOf(json[at]) < 0) {
            at++;
        }
    }

    private void skipWhiteSpace() {
        while (at < json.length && " \t\r\n".indexOf(json[at]) >= 0) {
            at++;
        }
    }

    private void expect(char wanted) {
        skipWhiteSpace();
        if (peek() != wanted) {
            throw unexpected();
        }
        at++;
    }

    private int peek() {
        if (at >= json.length) {
            throw unexpected();
        }
        return json[at];
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("not the JSON that was announced, at byte " + at);
    }
}
