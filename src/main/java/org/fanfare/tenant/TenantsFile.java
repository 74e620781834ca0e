package org.fanfare.tenant;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fanfare.caller.Owner;
import org.fanfare.problem.Fault;
import org.fanfare.settings.WrongSetting;
import org.fanfare.tenant.TenantLimits.ReceiveRate;
import org.fanfare.wire.JsonMembers;
import org.fanfare.wire.JsonText;

/**
 * The file of tenants with limits of their own: a JSON object with a member for each, an object with those limits that
 * differ from the usual ones. Whatever is wrong with it is told in a sentence, and nothing of it is used.
 */
final class TenantsFile {

    private static final String SUBSCRIPTIONS = "max_subscriptions";
    private static final String PER_OWNER = "max_subscriptions_per_owner";
    private static final String RATE = "receive_rate";
    private static final String BURST = "receive_burst";
    private static final String BYTES = "max_bytes";
    private static final Set<String> MEMBERS = new TreeSet<>(List.of(SUBSCRIPTIONS, PER_OWNER, RATE, BURST, BYTES));

    private TenantsFile() {}

    static Map<String, TenantLimits> read(Path file, TenantLimits usual) {
        Map<String, TenantLimits> limits = new TreeMap<>();
        object(file).forEach((tenant, value) -> {
            if (!Owner.isTenant(tenant)) {
                throw wrong("\"" + tenant + "\" is no name of a tenant");
            }
            if (!(value instanceof JsonObject own)) {
                throw wrong("/" + tenant + " must be an object");
            }
            limits.put(tenant, limits(tenant, new JsonMembers(own), usual));
        });
        return Map.copyOf(limits);
    }

    private static JsonObject object(Path file) {
        try {
            JsonValue value = JsonText.read(Files.readAllBytes(file), why -> {
                        throw wrong(file + " " + why);
                    })
                    .orElseThrow();
            if (value instanceof JsonObject object) {
                return object;
            }
            throw wrong(file + " must be a JSON object");
        } catch (IOException unreadable) {
            throw wrong(file + " cannot be read (" + unreadable.getClass().getSimpleName() + ")");
        }
    }

    private static TenantLimits limits(String tenant, JsonMembers own, TenantLimits usual) {
        own.refuseBut(MEMBERS);
        TenantLimits limits = new TenantLimits(
                number(own, SUBSCRIPTIONS, 0, TenantSettings.MOST_SUBSCRIPTIONS).orElse(usual.subscriptions()),
                number(own, PER_OWNER, 0, TenantSettings.MOST_SUBSCRIPTIONS).orElse(usual.subscriptionsPerOwner()),
                rate(own, usual),
                number(own, BYTES, TenantSettings.LEAST_BYTES, TenantSettings.MOST_BYTES)
                        .orElse(usual.maxBytes()));
        if (!own.faults().isEmpty()) {
            Fault first = own.faults().get(0);
            throw wrong("/" + tenant + first.pointer() + ": " + withoutStop(first.detail()));
        }
        return limits;
    }

    /** A rate that is null is none, whatever is usual. */
    private static Optional<ReceiveRate> rate(JsonMembers own, TenantLimits usual) {
        Optional<Integer> burst = number(own, BURST, 1, TenantSettings.HIGHEST_BURST);
        Optional<ReceiveRate> rate = own.isNull(RATE)
                ? Optional.empty()
                : number(own, RATE, 1, TenantSettings.HIGHEST_RATE)
                        .map(ReceiveRate::of)
                        .or(usual::receiveRate);
        if (burst.isPresent() && rate.isEmpty()) {
            own.fault(BURST, BURST + " says nothing without " + RATE + ".");
        }
        return rate.map(known ->
                burst.map(given -> new ReceiveRate(known.perSecond(), given)).orElse(known));
    }

    private static Optional<Integer> number(JsonMembers own, String member, int least, int most) {
        JsonValue value = own.value(member);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof JsonNumber number && number.isIntegral()) {
            long given = number.bigDecimalValue().longValue();
            if (given >= least && given <= most) {
                return Optional.of((int) given);
            }
        }
        return Optional.ofNullable(
                own.fault(member, "%s must be a whole number from %d to %d.".formatted(member, least, most)));
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static WrongSetting wrong(String what) {
        return new WrongSetting(TenantSettings.FILE + ": " + what + ".");
    }
}
