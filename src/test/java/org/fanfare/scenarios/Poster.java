package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fanfare.testing.FanfareProcess;
import org.fanfare.testing.Posted;
import org.fanfare.testing.Reply;

/**
 * A producer that does as producers should: what got no 2xx is posted again, with the same id, until it does; where there
 * are several nodes, to the next of them.
 */
final class Poster {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final long PAUSE_MILLIS = 50;

    private final List<FanfareProcess> nodes;
    private final String type;
    private final int events;
    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();

    Poster(FanfareProcess fanfare, String type, int events, int threads) {
        this(List.of(fanfare), type, events, threads);
    }

    Poster(List<FanfareProcess> nodes, String type, int events, int threads) {
        this.nodes = nodes;
        this.type = type;
        this.events = events;
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(this::postAll, "poster-" + i);
            thread.setDaemon(true);
            this.threads.add(thread);
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    void awaitEnd(Duration most) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(most.toMillis());
            assertThat(thread.isAlive())
                    .as("%s is still posting", thread.getName())
                    .isFalse();
        }
    }

    /** The tracking ids of all that was answered with 2xx, by the events' own ids. */
    Map<String, String> accepted() {
        return Map.copyOf(accepted);
    }

    /** How many posts got no 2xx. */
    int unanswered() {
        return unanswered.get();
    }

    private void postAll() {
        while (taken.getAndIncrement() < events && !Thread.currentThread().isInterrupted()) {
            postUntilAccepted(UUID.randomUUID().toString());
        }
    }

    private void postUntilAccepted(String id) {
        String event = Posted.event(type, id);
        while (!accepted.containsKey(id) && !Thread.currentThread().isInterrupted()) {
            try {
                FanfareProcess node = nodes.get(turns.getAndIncrement() % nodes.size());
                Reply reply = node.client().send("POST", "/receive", JSON, BodyPublishers.ofString(event));
                if (reply.status() == 200) {
                    accepted.put(id, reply.text());
                    continue;
                }
            } catch (IOException | AssertionError serverIsDown) {
                // counted below, as any answer but 2xx is
            }
            unanswered.incrementAndGet();
            pause();
        }
    }

    /** So that a server that is down is not asked in a tight loop; nothing is waited for. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
