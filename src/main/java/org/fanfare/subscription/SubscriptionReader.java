package org.fanfare.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fanfare.destination.Destinations;
import org.fanfare.dialect.Dialect;
import org.fanfare.dialect.WholeEventDialect;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.filter.FilterReader;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.sending.CustomHeaders;
import org.fanfare.wire.JsonMembers;

/** Reads what the Subscriptions API of CloudEvents calls a subscription (subscriptions/spec.md, 3.2). */
@ApplicationScoped
public class SubscriptionReader {

    private static final Set<String> MEMBERS = new TreeSet<>(List.of(
            "id", "source", "types", "config", "filters", "sink", "sinkcredential", "protocol", "protocolsettings"));
    private static final Set<String> CONFIG = config();
    private static final Set<String> SETTINGS = new TreeSet<>(List.of("method", "headers"));
    private static final Set<String> OTHER_PROTOCOLS = Set.of("AMQP", "KAFKA", "MQTT3", "MQTT5", "NATS");
    private static final Set<String> METHODS = new TreeSet<>(List.of("PATCH", "POST", "PUT"));
    private static final int MOST_TYPES = 256;

    @Inject
    private Destinations destinations;

    @Inject
    private ExpressionSettings expressions;

    private static Set<String> config() {
        Set<String> names = new TreeSet<>(List.of("name", "extensions", "delivery", "disabled", "error"));
        names.addAll(DeliveryOptions.names());
        return names;
    }

    /** The body's subscription; if anything in it is wrong, a problem that names all of it. */
    SubscriptionBody read(byte[] body) {
        JsonMembers members = JsonMembers.ofBody(body);
        members.refuseBut(MEMBERS);
        SubscriptionBody wish = read(members);
        if (!members.faults().isEmpty()) {
            throw Problem.of(ProblemType.INVALID, members.faults());
        }
        return wish;
    }

    private SubscriptionBody read(JsonMembers members) {
        readProtocol(members);
        JsonMembers settings = inner(members, "protocolsettings");
        settings.refuseBut(SETTINGS);
        JsonMembers options = inner(members, "config");
        options.refuseBut(CONFIG);
        SubscriptionBody wish = new SubscriptionBody(
                types(members),
                source(members),
                filters(members),
                sink(members),
                credential(members),
                members.isNull("sinkcredential"),
                method(settings),
                headers(settings),
                name(options),
                Objects.requireNonNullElse(options.object("extensions"), JsonValue.EMPTY_JSON_OBJECT),
                delivery(options),
                deliveryOptions(options),
                Boolean.TRUE.equals(options.flag("disabled")));
        takeFaults(members, "protocolsettings", settings);
        takeFaults(members, "config", options);
        return wish;
    }

    private static JsonMembers inner(JsonMembers members, String member) {
        return new JsonMembers(Objects.requireNonNullElse(members.object(member), JsonValue.EMPTY_JSON_OBJECT));
    }

    private static void takeFaults(JsonMembers members, String member, JsonMembers inner) {
        inner.faults().forEach(fault -> members.faults().add(fault.below("/" + member)));
    }

    private static void readProtocol(JsonMembers members) {
        if (!members.has("protocol")) {
            members.fault("protocol", "protocol is required: \"HTTP\".");
            return;
        }
        String protocol = members.text("protocol");
        if (protocol != null && !protocol.equals("HTTP")) {
            members.fault(
                    "protocol",
                    OTHER_PROTOCOLS.contains(protocol)
                            ? "protocol " + protocol + " is not supported: Fanfare delivers by HTTP."
                            : "protocol must be \"HTTP\".");
        }
    }

    private static List<String> types(JsonMembers members) {
        JsonArray array = members.array("types");
        if (array == null) {
            return List.of();
        }
        List<String> types = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof JsonString type && !type.getString().isEmpty()) {
                types.add(type.getString());
            } else {
                members.faults().add(new Fault("/types/" + i, "A type must be a text that is not empty."));
            }
        }
        return array.size() <= MOST_TYPES
                ? types
                : members.fault("types", "types has at most %d entries.".formatted(MOST_TYPES));
    }

    private static String source(JsonMembers members) {
        String source = members.text("source");
        if (source == null || !source.isEmpty() && source.length() <= 2048 && isUriReference(source)) {
            return source;
        }
        return members.fault("source", "source must be a URI reference of 1 to 2048 characters.");
    }

    private static boolean isUriReference(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private JsonArray filters(JsonMembers members) {
        JsonArray filters = members.array("filters");
        if (filters == null) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        new FilterReader(expressions).all(filters, fault -> members.faults().add(fault.below("/filters")));
        return filters;
    }

    private String sink(JsonMembers members) {
        String sink = members.text("sink");
        if (sink == null) {
            return members.has("sink") ? null : members.fault("sink", "sink is required.");
        }
        Optional<String> refusal = destinations.check(sink).refusal();
        return refusal.isEmpty() ? sink : members.fault("sink", refusal.get());
    }

    private JsonObject deliveryOptions(JsonMembers options) {
        JsonObject given = DeliveryOptions.read(options);
        String deadLetters = new DeliveryOptions(given).deadLetters().target();
        if (deadLetters != null) {
            destinations.check(deadLetters).refusal().ifPresent(refusal -> options.fault("deadletter", refusal));
        }
        return given;
    }

    private static SinkCredential credential(JsonMembers members) {
        if (!members.has("sinkcredential") || members.isNull("sinkcredential")) {
            return null;
        }
        JsonObject object = members.object("sinkcredential");
        if (object == null) {
            return null;
        }
        JsonMembers inner = new JsonMembers(object);
        SinkCredential credential = SinkCredential.read(inner);
        takeFaults(members, "sinkcredential", inner);
        return credential;
    }

    private static String method(JsonMembers settings) {
        String method = Objects.requireNonNullElse(settings.text("method"), "POST");
        return METHODS.contains(method)
                ? method
                : settings.fault("method", "method must be one of " + String.join(", ", METHODS) + ".");
    }

    private static Map<String, String> headers(JsonMembers settings) {
        Map<String, String> headers = new LinkedHashMap<>();
        JsonObject object = Objects.requireNonNullElse(settings.object("headers"), JsonValue.EMPTY_JSON_OBJECT);
        object.forEach((name, value) -> {
            String text = value instanceof JsonString string ? string.getString() : null;
            CustomHeaders.refusal(name, text)
                    .ifPresentOrElse(
                            why -> settings.faults()
                                    .add(Fault.ofMember(name, why).below("/headers")),
                            () -> headers.put(name, text));
        });
        return headers;
    }

    private static String name(JsonMembers options) {
        String name = options.text("name");
        return name == null || name.length() <= 255 ? name : options.fault("name", "name has at most 255 characters.");
    }

    private static Dialect delivery(JsonMembers options) {
        String name = options.text("delivery");
        return name == null
                ? WholeEventDialect.CLOUDEVENTS_STRUCTURED
                : Dialect.named(name)
                        .orElseGet(() ->
                                options.fault("delivery", "delivery must be pacifica or cloudevents-structured."));
    }
}
