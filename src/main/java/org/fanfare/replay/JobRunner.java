package org.fanfare.replay;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fanfare.delivery.DeliveryQueue;
import org.fanfare.delivery.Nudge;
import org.fanfare.metrics.Metrics;
import org.fanfare.problem.Incident;
import org.fanfare.subscription.Subscriptions;

/** Makes the steps of jobs that are due. Several nodes may run it at once: a job is claimed for one of them. */
@ApplicationScoped
public class JobRunner {

    private static final Logger LOG = System.getLogger(JobRunner.class.getName());
    private static final Duration LONGEST_RUN = Duration.ofSeconds(5);

    @EJB
    private Jobs jobs;

    @EJB
    private JobSteps steps;

    @EJB
    private Subscriptions subscriptions;

    @Inject
    private MissingEvents missingEvents;

    @Inject
    private DeliveryQueue queue;

    @Inject
    private Metrics metrics;

    @Inject
    private Clock clock;

    private volatile int unfinished;

    void onStart(@Observes Startup start) {
        metrics.gauge(
                "fanfare_jobs_running",
                "Jobs of all nodes that are not finished, as this node saw them last",
                () -> unfinished);
    }

    /** Goes on with all jobs that may go on, for some seconds. Run it about twice a second. */
    public void run() {
        unfinished = jobs.countUnfinished();
        Instant end = clock.instant().plus(LONGEST_RUN);
        boolean goesOn = unfinished > 0;
        while (goesOn && clock.instant().isBefore(end)) {
            // What jobs open must not stand in the way of what comes new.
            goesOn = !queue.isBusy() && step();
        }
    }

    private boolean step() {
        Optional<Job> claimed = jobs.claimDue();
        claimed.ifPresent(this::step);
        return claimed.isPresent();
    }

    private void step(Job job) {
        try {
            List<Nudge> nudges = job.kind() == JobKind.REPLAY_MISSING ? missing(job) : steps.deliveries(job);
            queue.send(nudges);
        } catch (EJBException storeFailed) {
            // The database may be back, or the row there, next time: at the end of the lease.
            LOG.log(Level.WARNING, "step of a job failed, it will be tried again job=" + job.id(), storeFailed);
        } catch (RuntimeException broken) {
            Incident incident = Incident.log(LOG, "job broke down job=" + job.id(), broken);
            jobs.fail(job, "internal error, incident " + incident.id());
        }
    }

    private List<Nudge> missing(Job job) {
        Missing found = missingEvents.after(
                job, subscriptions.find(job.subscriptionId()).orElseThrow(), steps.most(job));
        return steps.events(job, found);
    }
}
