package org.fanfare.routing;

import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fanfare.delivery.Owed;
import org.fanfare.jsonpath.Budget;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.jsonpath.Document;
import org.fanfare.jsonpath.Evaluation;
import org.fanfare.jsonpath.JsonPath;
import org.fanfare.subscription.Subscription;

/**
 * Compiled expressions and who asked for them. Each is compiled once, and equal ones are evaluated once per event.
 * Changes and matching may run at the same time: a match sees a change from the moment that {@link #put} or
 * {@link #remove} has returned, and perhaps sooner.
 */
final class Expressions {

    private static final Logger LOG = System.getLogger(Expressions.class.getName());

    /** What makes two expressions equal. */
    private record Key(Dialect dialect, String text) {}

    /** One expression and all who share it. */
    private record Group(JsonPath path, Map<UUID, Owed> subscribers) {}

    /** Where a subscription is filed, and as of which change. */
    private record Filed(Key key, String owner, Instant changedAt) {}

    private final Map<Key, Group> groups = new ConcurrentHashMap<>();
    private final Map<UUID, Filed> filed = new ConcurrentHashMap<>();

    int size() {
        return filed.size();
    }

    /** Files a subscription, or files it anew if it was changed. */
    synchronized void put(Subscription subscription) {
        Filed now = new Filed(
                new Key(subscription.dialect(), subscription.jsonpath()),
                subscription.owner(),
                subscription.changedAt());
        Filed before = filed.get(subscription.id());
        if (now.equals(before)) {
            return;
        }
        Group group = groups.get(now.key());
        if (group == null) {
            Optional<JsonPath> path =
                    JsonPath.recall(now.key().dialect(), now.key().text()).path();
            if (path.isEmpty()) {
                LOG.log(Level.ERROR, "stored expression does not compile subscription=" + subscription.id());
                return;
            }
            group = new Group(path.get(), new ConcurrentHashMap<>());
            groups.put(now.key(), group);
        }
        group.subscribers().put(subscription.id(), new Owed(subscription.id(), subscription.owner()));
        filed.put(subscription.id(), now);
        if (before != null && !before.key().equals(now.key())) {
            leave(before.key(), subscription.id());
        }
    }

    synchronized void remove(UUID subscriptionId) {
        Filed before = filed.remove(subscriptionId);
        if (before != null) {
            leave(before.key(), subscriptionId);
        }
    }

    Matching match(JsonValue json) {
        Document document = Document.of(json);
        List<Owed> owed = new ArrayList<>();
        List<Matching.Broken> broken = new ArrayList<>();
        for (Group group : groups.values()) {
            Evaluation evaluation = group.path().matches(document, Budget.of(document));
            if (evaluation.matches()) {
                owed.addAll(group.subscribers().values());
            } else {
                evaluation
                        .fault()
                        .ifPresent(fault -> group.subscribers()
                                .keySet()
                                .forEach(id -> broken.add(new Matching.Broken(id, fault.sentence()))));
            }
        }
        return new Matching(owed, broken);
    }

    private void leave(Key key, UUID subscriptionId) {
        Group group = groups.get(key);
        group.subscribers().remove(subscriptionId);
        if (group.subscribers().isEmpty()) {
            groups.remove(key);
        }
    }
}
