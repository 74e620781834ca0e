package org.fanfare.routing;

import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fanfare.delivery.Owed;
import org.fanfare.jsonpath.Budget;
import org.fanfare.jsonpath.Document;
import org.fanfare.jsonpath.Evaluation;
import org.fanfare.jsonpath.JsonPath;
import org.fanfare.subscription.Subscription;

/**
 * Compiled expressions and who asked for them. Each is compiled once, equal ones are evaluated once per event, and only
 * those that an {@link ExpressionIndex} does not rule out. Changes and matching may run at the same time: a match sees a
 * change from the moment that {@link #put} or {@link #remove} has returned, and perhaps sooner; of a subscription whose
 * expression is exchanged it sees the old or the new one.
 */
final class Expressions {

    private static final Logger LOG = System.getLogger(Expressions.class.getName());
    private static final int MOST_ATTEMPTS = 3;

    /** Where a subscription is filed, and as of which change. */
    private record Filed(SharedExpression expression, Owed owed, String text, Instant changedAt) {

        boolean isOf(Subscription subscription) {
            return expression.path().dialect() == subscription.dialect()
                    && text.equals(subscription.jsonpath())
                    && owed.owner().equals(subscription.owner())
                    && changedAt.equals(subscription.changedAt());
        }
    }

    private final Map<JsonPath, SharedExpression> expressions = new ConcurrentHashMap<>();
    private final Map<UUID, Filed> filed = new ConcurrentHashMap<>();
    private final ExpressionIndex index = new ExpressionIndex();

    /** How often a subscription was taken from one expression to another. */
    private volatile long moves;

    int size() {
        return filed.size();
    }

    /** All expressions, each once. */
    Collection<SharedExpression> distinct() {
        return Collections.unmodifiableCollection(expressions.values());
    }

    /** Those expressions that the index does not rule out for this document. */
    Collection<SharedExpression> candidates(JsonValue json) {
        return index.candidates(json);
    }

    /** Files a subscription, or files it anew if it was changed. */
    synchronized void put(Subscription subscription) {
        Filed before = filed.get(subscription.id());
        if (before != null && before.isOf(subscription)) {
            return;
        }
        Optional<JsonPath> path =
                JsonPath.recall(subscription.dialect(), subscription.jsonpath()).path();
        if (path.isEmpty()) {
            LOG.log(Level.ERROR, "stored expression does not compile subscription=" + subscription.id());
            return;
        }
        SharedExpression expression = expressions.computeIfAbsent(path.get(), this::indexed);
        Owed owed = new Owed(subscription.id(), subscription.owner());
        expression.subscribers().add(owed);
        filed.put(subscription.id(), new Filed(expression, owed, subscription.jsonpath(), subscription.changedAt()));
        if (before != null
                && !(before.expression() == expression && before.owed().equals(owed))) {
            moves++;
            leave(before);
        }
    }

    synchronized void remove(UUID subscriptionId) {
        Filed before = filed.remove(subscriptionId);
        if (before != null) {
            leave(before);
        }
    }

    /**
     * Matches an event. If a subscription is moved meanwhile, it may have been missed in both places, and all is done
     * again; if moves do not end, they have to wait.
     */
    Matching match(JsonValue json) {
        Document document = Document.of(json);
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            long before = moves;
            Matching matching = match(document);
            if (moves == before) {
                return matching;
            }
        }
        synchronized (this) {
            return match(document);
        }
    }

    private Matching match(Document document) {
        Map<UUID, Owed> owed = new LinkedHashMap<>();
        List<Matching.Broken> broken = new ArrayList<>();
        for (SharedExpression candidate : candidates(document.root())) {
            Evaluation evaluation = candidate.path().matches(document, Budget.of(document));
            if (evaluation.matches()) {
                candidate.subscribers().forEach(one -> owed.put(one.subscriptionId(), one));
            } else {
                evaluation
                        .fault()
                        .ifPresent(fault -> candidate
                                .subscribers()
                                .forEach(one ->
                                        broken.add(new Matching.Broken(one.subscriptionId(), fault.sentence()))));
            }
        }
        return new Matching(List.copyOf(owed.values()), broken);
    }

    private SharedExpression indexed(JsonPath path) {
        SharedExpression expression = new SharedExpression(path);
        index.add(expression);
        return expression;
    }

    private void leave(Filed before) {
        SharedExpression expression = before.expression();
        expression.subscribers().remove(before.owed());
        if (expression.subscribers().isEmpty()) {
            expressions.remove(expression.path());
            index.remove(expression);
        }
    }
}
