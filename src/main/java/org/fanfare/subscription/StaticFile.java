package org.fanfare.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.settings.WrongSetting;
import org.fanfare.wire.JsonMembers;
import org.fanfare.wire.JsonText;

/**
 * The file of static subscriptions: a JSON array of what {@code POST /subscriptions} takes, each with {@code key},
 * {@code owner} and perhaps {@code tenant}. Whatever is wrong with it is told in a sentence, and nothing of it is used.
 */
@ApplicationScoped
public class StaticFile {

    private static final int LONGEST = 255;

    @Inject
    private SubscriptionReader reader;

    @Inject
    private Clock clock;

    List<StaticEntry> read(Path file) {
        List<StaticEntry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        JsonArray array = array(file);
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof JsonObject object)) {
                throw wrong("entry " + (i + 1) + " must be an object");
            }
            StaticEntry entry = entry(object, i + 1);
            if (!keys.add(entry.key())) {
                throw wrong("the key \"" + entry.key() + "\" is there twice");
            }
            entries.add(entry);
        }
        return entries;
    }

    private static JsonArray array(Path file) {
        try {
            JsonValue value = JsonText.read(Files.readAllBytes(file), why -> {
                        throw wrong(file + " " + why);
                    })
                    .orElseThrow();
            if (value instanceof JsonArray array) {
                return array;
            }
            throw wrong(file + " must be a JSON array");
        } catch (IOException unreadable) {
            throw wrong(file + " cannot be read (" + unreadable.getClass().getSimpleName() + ")");
        }
    }

    private StaticEntry entry(JsonObject object, int position) {
        String key = name(object, "key", "entry " + position);
        String which = "the subscription \"" + key + "\"";
        Owner owner = new Owner(tenant(object, which), name(object, "owner", which));
        JsonObjectBuilder rest = JsonText.JSON.createObjectBuilder(object);
        rest.remove("key").remove("tenant").remove("owner");
        try {
            SubscriptionBody body = reader.read(new JsonMembers(rest.build()));
            refuseUnusableAuth(owner, body);
            return new StaticEntry(key, owner, body, StaticEntry.print(key, object));
        } catch (Problem refused) {
            Fault first = refused.faults().get(0);
            throw wrong(which + ", " + first.pointer() + ": " + withoutStop(first.detail()));
        }
    }

    private static String tenant(JsonObject object, String which) {
        if (!object.containsKey("tenant")) {
            return Owner.DEFAULT_TENANT;
        }
        String tenant = name(object, "tenant", which);
        if (!Owner.isTenant(tenant)) {
            throw wrong(
                    which + ", /tenant: a tenant is named by 1 to 64 letters, digits, dots, hyphens and underscores");
        }
        return tenant;
    }

    private static String name(JsonObject object, String member, String which) {
        JsonMembers members = new JsonMembers(object);
        String name = members.text(member);
        if (name == null || name.isBlank() || name.length() > LONGEST) {
            throw wrong("%s, /%s: %s must be a text of 1 to %d characters".formatted(which, member, member, LONGEST));
        }
        return name;
    }

    private void refuseUnusableAuth(Owner owner, SubscriptionBody body) {
        Instant now = clock.instant();
        Subscription trial = new Subscription(UUID.randomUUID(), owner, now);
        trial.apply(body, now);
        UnusableAuth.refuse(trial, body, now);
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static WrongSetting wrong(String what) {
        return new WrongSetting(StaticSettings.FILE + ": " + what + ".");
    }
}
