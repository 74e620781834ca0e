package org.fanfare.dialect;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fanfare.wire.JsonText;

/**
 * A JSON object as bytes, into which members are put while every other byte stays what it was. Immutable: the bytes, which
 * may be many, are not copied when they come or go, so nobody may change them.
 */
public final class RawObject {

    private final byte[] json;
    private final List<RawJson.Member> members;

    private RawObject(byte[] json) {
        this.json = json;
        this.members = RawJson.members(json);
    }

    /** The object these bytes hold; a JSON parser must have accepted them. */
    public static RawObject of(byte[] json) {
        return new RawObject(json);
    }

    /** The object in its shortest form. */
    public static RawObject of(JsonObject object) {
        return new RawObject(bytes(object));
    }

    /** The names in their order. */
    public List<String> names() {
        return members.stream().map(RawJson.Member::name).toList();
    }

    /** The names that come more than once. */
    public Set<String> repeatedNames() {
        Set<String> seen = new HashSet<>();
        return names().stream().filter(name -> !seen.add(name)).collect(Collectors.toUnmodifiableSet());
    }

    /** The bytes of a member's value. */
    public Optional<byte[]> value(String name) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .map(member -> member.value().of(json))
                .findFirst();
    }

    /** This object with {@code overlay} laid over it; a member whose value is equal already stays as it is written. */
    public RawObject overlaid(JsonObject overlay) {
        Map<String, byte[]> changes = new LinkedHashMap<>();
        overlay.forEach((name, value) -> {
            if (!value(name).map(JsonText::accepted).map(value::equals).orElse(false)) {
                changes.put(name, bytes(value));
            }
        });
        return with(changes);
    }

    /** This object and behind its members those of {@code more} whose names it has not. */
    public RawObject completedWith(JsonObject more) {
        Map<String, byte[]> missing = new LinkedHashMap<>();
        more.forEach((name, value) -> missing.put(name, bytes(value)));
        names().forEach(missing::remove);
        return with(missing);
    }

    /** This object with one member set to the value that {@code raw} is. */
    public RawObject with(String name, byte[] raw) {
        return with(Map.of(name, raw));
    }

    /** The bytes of the object. */
    public byte[] bytes() {
        return json;
    }

    /** A JSON value in UTF-8, in its shortest form. */
    public static byte[] bytes(JsonValue value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    private RawObject with(Map<String, byte[]> values) {
        if (values.isEmpty()) {
            return this;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length + 64);
        int copied = 0;
        for (RawJson.Member member : members) {
            byte[] replacement = values.get(member.name());
            int until =
                    replacement == null ? member.value().end() : member.value().start();
            out.write(json, copied, until - copied);
            if (replacement != null) {
                out.writeBytes(replacement);
            }
            copied = member.value().end();
        }
        copied = appendTo(out, copied, values);
        out.write(json, copied, json.length - copied);
        return new RawObject(out.toByteArray());
    }

    /** Writes what no member has replaced, right behind the last member; says from where the rest is to be copied. */
    private int appendTo(ByteArrayOutputStream out, int copied, Map<String, byte[]> values) {
        int from = copied;
        if (members.isEmpty()) {
            from = new String(json, StandardCharsets.UTF_8).indexOf('{') + 1;
            out.write(json, 0, from);
        }
        boolean first = members.isEmpty();
        Set<String> present = Set.copyOf(names());
        for (Map.Entry<String, byte[]> each : values.entrySet()) {
            if (!present.contains(each.getKey())) {
                out.writeBytes(first ? new byte[0] : new byte[] {','});
                out.writeBytes(bytes(JsonText.JSON.createValue(each.getKey())));
                out.write(':');
                out.writeBytes(each.getValue());
                first = false;
            }
        }
        return from;
    }
}
