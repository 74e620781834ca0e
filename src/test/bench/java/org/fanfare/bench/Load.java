package org.fanfare.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts the events of a ledger over kept-alive connections, each by a thread that mostly waits: for the next event's
 * time, then for the answer.
 */
final class Load {

    private final Contender contender;
    private final Ledger ledger;
    private final Shape shape;
    private final AtomicInteger next = new AtomicInteger();
    private Pace pace;
    private volatile boolean isStopped;

    /**
     * @param rate events per second, or {@link Pace#CLOSED}
     * @param connections how many can wait for their answers at once
     * @param backlog in a closed loop: how many may be accepted and not have arrived before posting pauses; in an open
     *     one: how many may be due or accepted before it is given up
     * @param seconds after which no more are posted
     */
    record Shape(double rate, int connections, int backlog, double seconds) {}

    Load(Contender contender, Ledger ledger, Shape shape) {
        this.contender = contender;
        this.ledger = ledger;
        this.shape = shape;
    }

    /** Posts until all are answered. */
    void run() throws InterruptedException {
        pace = new Pace(System.nanoTime(), shape.rate());
        ExecutorService senders = Executors.newFixedThreadPool(shape.connections());
        try {
            List<Future<Void>> ends = new ArrayList<>();
            for (int i = 0; i < shape.connections(); i++) {
                ends.add(senders.submit(this::send));
            }
            for (Future<Void> each : ends) {
                each.get();
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        } finally {
            stop();
            senders.shutdownNow();
        }
    }

    Pace pace() {
        return pace;
    }

    /** Posts nothing that is not under way already. */
    void stop() {
        isStopped = true;
    }

    private Void send() throws IOException, InterruptedException {
        try (HttpConnection connection = contender.connect()) {
            int count = ledger.end() - ledger.first();
            for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                long due = pace.isOpen() ? awaitTime(index) : awaitRoom();
                if (isStopped) {
                    return null;
                }
                post(connection, ledger.first() + index, due);
            }
        }
        return null;
    }

    private long awaitTime(int index) {
        long due = pace.dueAt(index);
        for (long wait = due - System.nanoTime(); wait > 0 && !isStopped; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
        double unposted = (System.nanoTime() - due) / 1e9 * pace.rate();
        if (Math.max(ledger.outstanding(), unposted) > shape.backlog()) {
            stop();
        }
        return due;
    }

    private long awaitRoom() throws InterruptedException {
        while (ledger.outstanding() > shape.backlog() && !isStopped) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        long now = System.nanoTime();
        if (now - pace.start() > shape.seconds() * 1e9) {
            stop();
        }
        return now;
    }

    private void post(HttpConnection connection, int event, long due) {
        byte[] body = ledger.events().body().apply(event);
        // A closed loop has no other due time than that of the request.
        ledger.posted(event, pace.isOpen() ? due : System.nanoTime());
        try {
            int status = connection.post("/receive", "producer", body);
            if (status == 200) {
                ledger.accepted(event, System.nanoTime());
            } else {
                ledger.refused(status + " " + connection.text());
            }
        } catch (IOException noAnswer) {
            contender.requireAlive();
            ledger.refused(noAnswer.toString());
        }
    }
}
