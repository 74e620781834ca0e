package org.fanfare.sending;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives up on a lookup that takes too long. The platform's resolver can neither be given a timeout nor be interrupted,
 * so it runs on a thread of its own while the caller waits; a target's slow name server costs such a thread, not a worker.
 */
final class TimedLookup implements DnsResolver, AutoCloseable {

    private final DnsResolver lookup;
    private final Duration timeout;
    private final ThreadPoolExecutor threads;

    TimedLookup(DnsResolver lookup, Duration timeout, int maxThreads) {
        this.lookup = lookup;
        this.timeout = timeout;
        threads = new ThreadPoolExecutor(
                0,
                maxThreads,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Deadlines.daemons("fanfare-send-lookup"));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        try {
            return await(threads.submit(() -> lookup.resolve(host)), host);
        } catch (RejectedExecutionException e) {
            throw failure(host + ": too many lookups under way", e);
        }
    }

    private InetAddress[] await(Future<InetAddress[]> answer, String host) throws UnknownHostException {
        try {
            return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failure(host + ": lookup timed out", e);
        } catch (ExecutionException e) {
            throw failure(host, e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failure(host + ": lookup interrupted", e);
        }
    }

    private static UnknownHostException failure(String message, Throwable cause) {
        UnknownHostException failure = new UnknownHostException(message);
        failure.initCause(cause);
        return failure;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
