package org.fanfare.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.traffic.TrafficLimits.ANY_RATE;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.fanfare.caller.Owner;
import org.junit.jupiter.api.Test;

/** Many threads at one gate: nobody is lost, nobody passes twice, no limit is broken. */
class GateUnderLoadTest {

    private static final int LIMIT = 3;
    private static final int HOST_LIMIT = 5;
    private static final int EACH = 400;
    private static final int THREADS = 12;

    private final Gate<String> gate = new Gate<>(
            new TrafficSettings(
                    TrafficLimits.of(LIMIT, ANY_RATE),
                    TrafficLimits.of(HOST_LIMIT, ANY_RATE),
                    new BreakerSettings(
                            Duration.ofSeconds(60), 10, 0.9, Duration.ofSeconds(10), Duration.ofSeconds(10))),
            THREADS,
            Duration.ofSeconds(30),
            Clock.systemUTC());

    private final Map<String, AtomicInteger> inside = new ConcurrentHashMap<>();
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();

    @Test
    void everyoneGetsThroughOnceAndWithinTheLimits() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try {
            for (int subscription = 0; subscription < 6; subscription++) {
                Place place = new Place(
                        new UUID(1, subscription), Owner.named("owner"), "http://host" + subscription % 3 + ":80");
                callers.execute(() ->
                        IntStream.range(0, EACH).forEach(i -> send(place, place.subscriptionId() + "#" + i)));
            }
            callers.shutdown();
            assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            workersEnd();
        } finally {
            callers.shutdownNow();
            workers.shutdownNow();
        }

        assertThat(faults).isEmpty();
        assertThat(seen)
                .hasSize(6 * EACH)
                .allSatisfy((work, times) -> assertThat(times).isEqualTo(1));
        assertThat(gate.inFlight()).isZero();
        assertThat(gate.parked()).isZero();
    }

    private void workersEnd() throws InterruptedException {
        while (gate.parked() > 0 || gate.inFlight() > 0) {
            gate.awaitChange(Duration.ofMillis(1));
        }
        workers.shutdown();
        assertThat(workers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private void send(Place place, String work) {
        try {
            gate.awaitThread(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        Entry<String> entry = gate.enter(new Ticket<>(
                place,
                TrafficLimits.of(LIMIT, ANY_RATE),
                Clock.systemUTC().instant().plusSeconds(60),
                false,
                work));
        if (entry instanceof Entry.Open<String> open) {
            workers.execute(() -> work(open.pass()));
        } else if (entry instanceof Entry.Later<String> later) {
            faults.add("sent away: " + later.reason());
        }
        startNext();
    }

    private void startNext() {
        for (Optional<Pass<String>> next = gate.next(); next.isPresent(); next = gate.next()) {
            Pass<String> pass = next.get();
            workers.execute(() -> work(pass));
        }
    }

    private void work(Pass<String> pass) {
        String subscription = pass.place().subscriptionId().toString();
        count(subscription, 1, LIMIT);
        count(pass.place().host(), 1, HOST_LIMIT);
        seen.merge(pass.work(), 1, Integer::sum);
        Thread.yield();
        count(subscription, -1, LIMIT);
        count(pass.place().host(), -1, HOST_LIMIT);
        gate.leave(pass, new Report(Health.WELL, false, null));
        startNext();
        gate.done(pass);
        startNext();
    }

    private void count(String what, int by, int most) {
        int now = inside.computeIfAbsent(what, any -> new AtomicInteger()).addAndGet(by);
        if (now > most) {
            faults.add(what + ": " + now);
        }
    }
}
