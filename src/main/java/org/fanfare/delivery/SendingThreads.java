package org.fanfare.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.fanfare.traffic.Gate;
import org.fanfare.traffic.Pass;
import org.fanfare.traffic.Report;

/**
 * The threads that wait for policy and targets. How many are busy at once is the gate's matter; a thread that is done goes
 * on with the next delivery that may pass.
 */
@ApplicationScoped
public class SendingThreads {

    private static final Logger LOG = System.getLogger(SendingThreads.class.getName());
    private static final int IDLE_SECONDS = 60;

    @Resource
    private ManagedThreadFactory factory;

    @Inject
    private Gate<Claim> gate;

    @Inject
    private Dispatch dispatch;

    private ExecutorService threads;

    @PostConstruct
    void open() {
        threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /** Works on the delivery that has passed, in a thread of its own. */
    void start(Pass<Claim> pass) {
        try {
            threads.execute(() -> work(pass));
        } catch (RejectedExecutionException closing) {
            // The row becomes due again at the end of its lease.
            gate.done(pass);
        }
    }

    /** Starts what was parked and may pass now. */
    void startNext() {
        for (Optional<Pass<Claim>> next = gate.next(); next.isPresent(); next = gate.next()) {
            start(next.get());
        }
    }

    private void work(Pass<Claim> first) {
        Optional<Pass<Claim>> next = Optional.of(first);
        while (next.isPresent()) {
            work(next.get(), dispatch);
            next = gate.next();
            startNext();
        }
    }

    private void work(Pass<Claim> pass, Dispatch worker) {
        try {
            worker.deliver(pass.work(), report -> left(pass, report));
        } catch (RuntimeException failed) {
            // The database did not take the record; the row becomes due again at the end of its lease.
            LOG.log(
                    Level.WARNING,
                    "delivery not recorded delivery=" + pass.work().deliveryId(),
                    failed);
        } finally {
            gate.done(pass);
        }
    }

    /** The request is over, its result is still to be recorded: another may begin meanwhile. */
    private void left(Pass<Claim> pass, Report report) {
        gate.leave(pass, report);
        startNext();
    }
}
