package org.fanfare.traffic;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fanfare.filter.EventFacts;
import org.fanfare.jsonpath.Budget;
import org.fanfare.jsonpath.JsonPath;
import org.fanfare.syntax.Limits;
import org.fanfare.wire.JsonMembers;

/**
 * Which events of a subscription arrive in order: those with the same key.
 *
 * @param attribute the CloudEvents attribute that is the key; null if a path tells it, or there is no order
 * @param path what selects the key in the event; null if an attribute is it, or there is no order
 */
public record Ordering(String attribute, JsonPath path) {

    public static final Set<String> MEMBERS = Set.of("ordering", "orderingkey");

    public static final Ordering NONE = new Ordering(null, null);

    private static final String USUAL = "partitionkey";
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z0-9]{1,64}");
    private static final Limits LIMITS = new Limits(1024, 32);

    /** What is longer is kept as its hash. */
    private static final int LONGEST_KEY = 64;

    private static final int MOST_SELECTED = 1000;
    private static final int STEPS_PER_VALUE = 20;
    private static final int LEAST_STEPS = 1000;

    /** Reads the members; what is wrong is noted there. */
    public static Ordering read(JsonMembers members) {
        String ordering = members.text("ordering");
        String key = members.text("orderingkey");
        if (ordering == null) {
            return key == null || members.has("ordering") ? NONE : none(members);
        }
        if (!ordering.equals("key")) {
            members.fault("ordering", "ordering must be \"key\".");
            return NONE;
        }
        return key == null ? new Ordering(USUAL, null) : of(key, members);
    }

    private static Ordering none(JsonMembers members) {
        members.fault("orderingkey", "orderingkey has a meaning only with \"ordering\": \"key\".");
        return NONE;
    }

    private static Ordering of(String key, JsonMembers members) {
        if (ATTRIBUTE.matcher(key).matches()) {
            return new Ordering(key, null);
        }
        Optional<JsonPath> path = key.startsWith("$") && key.indexOf('\0') < 0
                ? JsonPath.detect(key, LIMITS).expression()
                : Optional.empty();
        if (path.isEmpty()) {
            members.fault(
                    "orderingkey",
                    "orderingkey must be the name of a CloudEvents attribute (lower-case letters and digits) or a JSONPath.");
        }
        return path.map(found -> new Ordering(null, found)).orElse(NONE);
    }

    public boolean isNone() {
        return attribute == null && path == null;
    }

    /** The event's key; empty if it has none, then it is in no order with any other. */
    public Optional<String> keyOf(EventFacts event) {
        Optional<String> key =
                attribute != null ? event.text(attribute) : path == null ? Optional.empty() : select(event);
        return key.map(Ordering::column);
    }

    private Optional<String> select(EventFacts event) {
        long steps = Math.max(LEAST_STEPS, STEPS_PER_VALUE * event.document().values());
        return path.select(event.document(), new Budget(steps, MOST_SELECTED)).values().stream()
                .findFirst()
                .flatMap(Ordering::text);
    }

    private static Optional<String> text(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> Optional.of(((JsonString) value).getString());
            case NUMBER, TRUE, FALSE -> Optional.of(value.toString());
            default -> Optional.empty();
        };
    }

    private static String column(String key) {
        return key.length() <= LONGEST_KEY && key.indexOf('\0') < 0 ? key : hash(key);
    }

    private static String hash(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
