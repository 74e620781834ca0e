package org.fanfare.sending;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;

/**
 * Ends exchanges that take too long. Socket timeouts measure silence only; a target that sends a byte now and then would
 * never meet one.
 */
final class Deadlines implements AutoCloseable {

    private static final long SECONDS_BETWEEN_CARE = 10;

    private final ScheduledThreadPoolExecutor timer;

    /** @param care is run now and then on the same thread */
    Deadlines(Runnable care) {
        timer = new ScheduledThreadPoolExecutor(1, daemons("fanfare-send-deadline"));
        timer.setRemoveOnCancelPolicy(true);
        timer.scheduleWithFixedDelay(care, SECONDS_BETWEEN_CARE, SECONDS_BETWEEN_CARE, TimeUnit.SECONDS);
    }

    static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setName(name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** The exchange is cancelled when the time is over. */
    Deadline start(Duration time, Cancellable exchange) {
        return new Deadline(time, exchange);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Cancels one exchange unless it is closed before its time. */
    final class Deadline implements AutoCloseable {

        private final Future<?> alarm;
        private volatile boolean isOver;

        private Deadline(Duration time, Cancellable exchange) {
            alarm = timer.schedule(() -> end(exchange), time.toNanos(), TimeUnit.NANOSECONDS);
        }

        private void end(Cancellable exchange) {
            isOver = true;
            exchange.cancel();
        }

        boolean isOver() {
            return isOver;
        }

        @Override
        public void close() {
            alarm.cancel(false);
        }
    }
}
