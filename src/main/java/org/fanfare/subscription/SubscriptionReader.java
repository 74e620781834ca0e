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
import org.fanfare.dialect.Dialect;
import org.fanfare.dialect.Dialects;
import org.fanfare.dialect.WholeEventDialect;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.filter.FilterReader;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.sending.CustomHeaders;
import org.fanfare.sending.HandshakeOptions;
import org.fanfare.sending.NewTargets;
import org.fanfare.signing.SigningWish;
import org.fanfare.wire.JsonMembers;

/** Reads what the Subscriptions API of CloudEvents calls a subscription (subscriptions/spec.md, 3.2). */
@ApplicationScoped
public class SubscriptionReader {

    private static final Set<String> MEMBERS = new TreeSet<>(List.of(
            "id", "source", "types", "config", "filters", "sink", "sinkcredential", "protocol", "protocolsettings"));
    /** What answers show beside what can be set; so it may come back, and is not looked at. */
    private static final Set<String> SHOWN = Set.of("error", "held", "static");

    private static final Set<String> CONFIG = config();
    private static final Set<String> SETTINGS = new TreeSet<>(List.of("method", "headers"));
    private static final Set<String> OTHER_PROTOCOLS = Set.of("AMQP", "KAFKA", "MQTT3", "MQTT5", "NATS");
    private static final Set<String> METHODS = new TreeSet<>(List.of("PATCH", "POST", "PUT"));
    private static final int MOST_TYPES = 256;
    private static final int LONGEST_TYPE = 2048;
    private static final int MOST_HEADERS = 64;

    @Inject
    private NewTargets targets;

    @Inject
    private ExpressionSettings expressions;

    @Inject
    private Dialects dialects;

    private static Set<String> config() {
        Set<String> names = new TreeSet<>(List.of("name", "extensions", "auth", "delivery", "disabled"));
        names.addAll(SHOWN);
        names.addAll(DeliveryOptions.names());
        names.addAll(SigningWish.MEMBERS);
        return names;
    }

    /** The body's subscription; if anything in it is wrong, a problem that names all of it. */
    SubscriptionBody read(byte[] body) {
        return read(JsonMembers.ofBody(body));
    }

    /** As {@link #read(byte[])}, of the members of an object. */
    SubscriptionBody read(JsonMembers members) {
        members.refuseBut(MEMBERS);
        SubscriptionBody wish = wish(members);
        if (!members.faults().isEmpty()) {
            throw Problem.of(ProblemType.INVALID, members.faults());
        }
        return wish;
    }

    private SubscriptionBody wish(JsonMembers members) {
        readProtocol(members);
        JsonMembers settings = inner(members, "protocolsettings");
        settings.refuseBut(SETTINGS);
        JsonMembers options = inner(members, "config");
        options.refuseBut(CONFIG);
        Dialect dialect = delivery(options);
        SubscriptionBody wish = new SubscriptionBody(
                types(members),
                source(members),
                filters(members),
                sink(members),
                credential(members, options),
                members.isNull("sinkcredential") || clearsAuth(options),
                method(settings, dialect),
                headers(settings),
                name(options),
                Objects.requireNonNullElse(Extensions.read(options), JsonValue.EMPTY_JSON_OBJECT),
                dialect,
                deliveryOptions(options),
                SigningWish.read(options),
                Boolean.TRUE.equals(options.flag("disabled")));
        refuseOtherMethods(options, settings);
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
            if (array.get(i) instanceof JsonString type
                    && !type.getString().isEmpty()
                    && type.getString().length() <= LONGEST_TYPE) {
                types.add(type.getString());
            } else {
                members.faults()
                        .add(new Fault(
                                "/types/" + i, "A type must be a text of 1 to " + LONGEST_TYPE + " characters."));
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
        Optional<String> refusal = targets.refusal(sink);
        return refusal.isEmpty() ? sink : members.fault("sink", refusal.get());
    }

    private JsonObject deliveryOptions(JsonMembers options) {
        JsonObject given = DeliveryOptions.read(options);
        String deadLetters = new DeliveryOptions(given).deadLetters().target();
        if (deadLetters != null) {
            targets.refusal(deadLetters).ifPresent(refusal -> options.fault("deadletter", refusal));
        }
        return given;
    }

    private SinkCredential credential(JsonMembers members, JsonMembers config) {
        boolean hasAuth = config.has("auth") && !clearsAuth(config);
        if (!members.has("sinkcredential") || members.isNull("sinkcredential")) {
            return hasAuth ? auth(config) : null;
        }
        if (hasAuth) {
            config.fault("auth", "Say in sinkcredential or in config.auth how deliveries are let in, not in both.");
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

    private static boolean clearsAuth(JsonMembers config) {
        return config.isNull("auth") || JsonValue.EMPTY_JSON_OBJECT.equals(config.value("auth"));
    }

    private SinkCredential auth(JsonMembers config) {
        JsonObject auth = config.object("auth");
        if (auth == null) {
            return null;
        }
        List<Fault> faults = new ArrayList<>(AuthJson.faults(auth));
        faults.addAll(AuthJson.faultsOfPlaces(auth, targets));
        faults.forEach(fault -> config.faults().add(fault.below("/auth")));
        return new SinkCredential(auth, null, true);
    }

    private static String method(JsonMembers settings, Dialect dialect) {
        String method = settings.text("method");
        if (method == null) {
            return dialect == null ? "POST" : dialect.method();
        }
        return METHODS.contains(method)
                ? method
                : settings.fault("method", "method must be one of " + String.join(", ", METHODS) + ".");
    }

    /** A target that is asked is promised what the document says: POST only (CloudEvents HTTP webhooks, 2.1). */
    private static void refuseOtherMethods(JsonMembers options, JsonMembers settings) {
        boolean isAsked = HandshakeOptions.read(new JsonMembers(options.json())).isAsked();
        if (isAsked && settings.has("method") && !"POST".equals(settings.text("method"))) {
            settings.fault("method", "method must be POST where the target is asked (handshake).");
        }
    }

    private static Map<String, String> headers(JsonMembers settings) {
        Map<String, String> headers = new LinkedHashMap<>();
        JsonObject object = Objects.requireNonNullElse(settings.object("headers"), JsonValue.EMPTY_JSON_OBJECT);
        if (object.size() > MOST_HEADERS) {
            return settings.fault("headers", "headers has at most " + MOST_HEADERS + " entries.");
        }
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

    private Dialect delivery(JsonMembers options) {
        String name = options.text("delivery");
        return name == null
                ? WholeEventDialect.CLOUDEVENTS_STRUCTURED
                : dialects.named(name)
                        .orElseGet(() -> options.fault(
                                "delivery", "delivery must be one of " + String.join(", ", dialects.names()) + "."));
    }
}
