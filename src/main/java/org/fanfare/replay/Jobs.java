package org.fanfare.replay;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.caller.Reach;
import org.fanfare.database.UtcTime;
import org.fanfare.delivery.DeliverySettings;
import org.fanfare.event.EventSettings;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.Page;
import org.fanfare.wire.TimeOrderedId;

/**
 * The store of jobs. A node that claims one makes one step and gives it back; if the node is lost, the job is due again at
 * the end of the lease.
 */
@Stateless
public class Jobs {

    /** A step takes some seconds at the most, and then one call of the policy. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(15);

    private static final int PURGED_AT_ONCE = 500;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private ReplaySettings settings;

    @Inject
    private DeliverySettings deliverySettings;

    @Inject
    private EventSettings eventSettings;

    /** A new job; a problem if its owner has as many as he may. */
    public Job create(JobOrder order, Estimate estimate) {
        long unfinished = em.createQuery("""
                        select count(j) from Job j
                        where j.tenant = :tenant and j.owner = :owner and j.dueAt is not null""", Long.class)
                .setParameter("tenant", order.owner().tenant())
                .setParameter("owner", order.owner().name())
                .getSingleResult();
        if (unfinished >= settings.jobsPerOwner()) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "You have %d jobs under way, as many as there may be. Wait for one, or cancel one."
                            .formatted(unfinished));
        }
        Job job = new Job(order, estimate, clock.instant());
        em.persist(job);
        return job;
    }

    public Optional<Job> find(UUID id) {
        return Optional.ofNullable(em.find(Job.class, id));
    }

    /** The jobs that somebody may see, newest first. */
    public List<Job> list(Reach whose, Page page) {
        String owner = whose.isAll() ? "" : "and j.owner = :owner ";
        TypedQuery<Job> query = em.createQuery(
                        "select j from Job j where j.tenant = :tenant " + owner + "order by j.id desc", Job.class)
                .setParameter("tenant", whose.tenant());
        if (!whose.isAll()) {
            query.setParameter("owner", whose.name());
        }
        return query.setFirstResult(page.offset()).setMaxResults(page.fetch()).getResultList();
    }

    /** Ends the job before its next step; empty if it had ended. */
    public Optional<Job> cancel(UUID id) {
        Optional<Job> unfinished = locked(id).filter(job -> !job.isFinished());
        unfinished.ifPresent(job -> job.finish(JobState.CANCELLED, "cancelled on request", clock.instant()));
        return unfinished;
    }

    /** Ends a job that cannot go on, unless the claim was lost. */
    public void fail(Job claimed, String reason) {
        held(claimed).ifPresent(job -> job.finish(JobState.FAILED, reason, clock.instant()));
    }

    /** Claims a job of which a step is due. */
    public Optional<Job> claimDue() {
        Instant now = clock.instant();
        @SuppressWarnings("unchecked")
        List<String> due =
                em.createNativeQuery("""
                        select cast(id as varchar(36)) from job
                        where due_at <= ?1 order by due_at limit 1 for update skip locked""").setParameter(1, UtcTime.of(now)).getResultList();
        Optional<Job> job = due.stream().findFirst().flatMap(id -> find(UUID.fromString(id)));
        job.ifPresent(
                found -> found.claim(now, now.plus(deliverySettings.lease()).plus(LONGEST_STEP)));
        return job;
    }

    /** The job as it was claimed, locked until the end of the transaction; empty if somebody has changed it since. */
    public Optional<Job> held(Job claimed) {
        return locked(claimed.id()).filter(job -> job.version() == claimed.version());
    }

    /** How many jobs are unfinished. */
    public int countUnfinished() {
        return em.createQuery("select count(j) from Job j where j.dueAt is not null", Long.class)
                .getSingleResult()
                .intValue();
    }

    /** Removes jobs that ended and are older than the retention. */
    public void purge() {
        em.createNativeQuery("""
                        delete from job where id in (
                            select id from job where id < cast(?1 as uuid) and due_at is null order by id limit %d)""".formatted(PURGED_AT_ONCE))
                .setParameter(
                        1,
                        TimeOrderedId.lowest(clock.instant().minus(eventSettings.retention()))
                                .toString())
                .executeUpdate();
    }

    private Optional<Job> locked(UUID id) {
        return Optional.ofNullable(em.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
