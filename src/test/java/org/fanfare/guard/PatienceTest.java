package org.fanfare.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Patience patience = new Patience(Duration.ofSeconds(60), 2, nanos::get);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void release() {
        released.countDown();
        threads.shutdownNow();
    }

    @Test
    void aClientWithinItsTimeIsLeftAlone() {
        Waiting client = waiting();
        pass(60);

        patience.watch();

        assertThat(client.visit.isCut()).isFalse();
    }

    @Test
    void aClientBeyondItsTimeIsCutOffWhileTheThreadWaits() {
        Waiting client = waiting();
        pass(61);

        patience.watch();

        assertThat(client.interrupted.join()).isTrue();
    }

    @Test
    void theTimesOfAllWaitingOfOneRequestAddUp() throws IOException {
        Waiting client = waiting(visit -> visit.await(() -> {
            pass(50);
            return null;
        }));
        pass(11);

        patience.watch();

        assertThat(client.interrupted.join()).isTrue();
    }

    @Test
    void ofTooManySlowClientsThoseThatWaitedLongestAreCutOff() {
        Waiting first = waiting();
        pass(1);
        List<Waiting> others = List.of(waiting(), waiting());
        pass(2);

        patience.watch();

        assertThat(first.interrupted.join()).isTrue();
        assertThat(others).noneMatch(client -> client.visit.isCut());
    }

    @Test
    void manyClientsThatWaitForAMomentOnlyAreLeftAlone() {
        List<Waiting> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clients.add(waiting());
        }
        pass(1);

        patience.watch();

        assertThat(clients).noneMatch(client -> client.visit.isCut());
    }

    @Test
    void aRequestThatWaitsForSomethingElseIsNotTheClientsFault() throws IOException {
        Visit visit = patience.visit();
        visit.await(() -> {
            pass(59);
            return null;
        });
        pass(1000);

        patience.watch();

        assertThat(visit.isCut()).isFalse();
    }

    @Test
    void whoeverWasCutOffDoesNotWaitAgain() {
        Waiting client = waiting();
        pass(61);
        patience.watch();
        client.interrupted.join();

        assertThatThrownBy(() -> client.visit.await(() -> null)).isInstanceOf(IOException.class);
    }

    @Test
    void theInterruptionIsOverOnceTheThreadNoLongerWaits() {
        Waiting client = waiting();
        pass(61);
        patience.watch();

        assertThat(client.interrupted.join()).isTrue();
        assertThat(client.interruptedAfter.join()).isFalse();
    }

    @Test
    void aRequestThatHasGoneIsForgotten() {
        Waiting client = waiting();
        client.visit.close();
        pass(61);

        patience.watch();

        assertThat(client.visit.isCut()).isFalse();
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private Waiting waiting() {
        try {
            return waiting(visit -> {});
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Waiting waiting(Before before) throws IOException {
        Waiting client = new Waiting(patience.visit());
        before.run(client.visit);
        CountDownLatch inside = new CountDownLatch(1);
        threads.execute(() -> client.run(inside));
        await().until(() -> inside.getCount() == 0);
        return client;
    }

    private interface Before {
        void run(Visit visit) throws IOException;
    }

    /** A thread that waits for a client who does nothing. */
    private final class Waiting {

        private final Visit visit;
        private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        private final CompletableFuture<Boolean> interruptedAfter = new CompletableFuture<>();

        Waiting(Visit visit) {
            this.visit = visit;
        }

        void run(CountDownLatch inside) {
            try {
                visit.await(() -> {
                    inside.countDown();
                    waitForEver();
                    return null;
                });
                interruptedAfter.complete(Thread.currentThread().isInterrupted());
            } catch (IOException impossible) {
                interruptedAfter.completeExceptionally(impossible);
            }
        }

        private void waitForEver() {
            try {
                released.await();
                interrupted.complete(false);
            } catch (InterruptedException cut) {
                // As network code does that notices, and says so again.
                Thread.currentThread().interrupt();
                interrupted.complete(true);
            }
        }
    }
}
