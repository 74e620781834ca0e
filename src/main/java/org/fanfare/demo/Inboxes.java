package org.fanfare.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The inboxes by name, each with what came last. */
@ApplicationScoped
public class Inboxes {

    static final int MOST_INBOXES = 10;
    static final int MOST_KEPT = 100;

    private final Map<String, Deque<Received>> inboxes = new HashMap<>();

    /** Keeps it, and drops the oldest of a full inbox; false if it would need one inbox too many. */
    synchronized boolean keep(String name, Received received) {
        if (!inboxes.containsKey(name) && inboxes.size() == MOST_INBOXES) {
            return false;
        }
        Deque<Received> inbox = inboxes.computeIfAbsent(name, unknown -> new ArrayDeque<>());
        if (inbox.size() == MOST_KEPT) {
            inbox.removeLast();
        }
        inbox.addFirst(received);
        return true;
    }

    /** What is in it, newest first. */
    synchronized List<Received> in(String name) {
        return List.copyOf(inboxes.getOrDefault(name, new ArrayDeque<>()));
    }

    synchronized void empty(String name) {
        inboxes.remove(name);
    }
}
