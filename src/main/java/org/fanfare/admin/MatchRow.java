package org.fanfare.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fanfare.problem.Fault;
import org.fanfare.wire.JsonText;
import org.fanfare.wire.Uuids;
import org.fanfare.wire.WireTime;

/**
 * A row of the table {@code eventmatch}, made into what the Pacifica wire has: there, auth and extensions are objects and
 * not JSON text, and times are UTC and not those of the wall at the service's place.
 *
 * @param number of the row, from 1
 * @param json without the columns that are null, and those with a fault
 */
record MatchRow(int number, JsonObject json, List<Fault> faults) {

    private static final Set<String> OBJECTS = Set.of("auth", "extensions");
    private static final Set<String> TIMES = Set.of("disabled", "created", "updated", "deleted");

    /** @param zone of the times that name none */
    static MatchRow of(int number, JsonObject columns, ZoneId zone) {
        JsonObjectBuilder json = JsonText.JSON.createObjectBuilder();
        List<Fault> faults = new ArrayList<>();
        columns.forEach((name, value) -> {
            JsonValue translated = value instanceof JsonString text ? translate(name, text, zone, faults) : value;
            if (translated != null && translated != JsonValue.NULL) {
                json.add(name, translated);
            }
        });
        return new MatchRow(number, json.build(), faults);
    }

    /** A row that cannot be read. */
    static MatchRow unreadable(int number, String why) {
        return new MatchRow(number, JsonValue.EMPTY_JSON_OBJECT, List.of(new Fault("", why)));
    }

    /** Null if it has none. */
    UUID uuid() {
        return json.get("uuid") instanceof JsonString text
                ? Uuids.read(text.getString()).orElse(null)
                : null;
    }

    private static JsonValue translate(String name, JsonString value, ZoneId zone, List<Fault> faults) {
        if (OBJECTS.contains(name)) {
            return object(name, value.getString(), faults);
        }
        return TIMES.contains(name) ? time(name, value.getString(), zone, faults) : value;
    }

    private static JsonValue object(String name, String text, List<Fault> faults) {
        if (text.isBlank()) {
            return null;
        }
        JsonValue value = JsonText.read(
                        text.getBytes(StandardCharsets.UTF_8),
                        why -> faults.add(Fault.ofMember(name, "The text of " + name + " " + why + ".")))
                .orElse(null);
        if (value != null && !(value instanceof JsonObject) && value != JsonValue.NULL) {
            faults.add(Fault.ofMember(name, "The text of " + name + " must be a JSON object."));
            return null;
        }
        return value;
    }

    private static JsonValue time(String name, String text, ZoneId zone, List<Fault> faults) {
        try {
            return text.isBlank() ? null : JsonText.JSON.createValue(WireTime.write(instant(text, zone)));
        } catch (DateTimeException malformed) {
            faults.add(Fault.ofMember(name, name + " must be a time such as 2026-01-31 12:00:00.123456."));
            return null;
        }
    }

    private static Instant instant(String text, ZoneId zone) {
        // PostgreSQL writes whole hours of an offset alone.
        String iso = text.strip().replace(' ', 'T').replaceFirst("(:\\d{2}(\\.\\d+)?[+-]\\d{2})$", "$1:00");
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime offset
                ? offset.toInstant()
                : ((LocalDateTime) time).atZone(zone).toInstant();
    }
}
