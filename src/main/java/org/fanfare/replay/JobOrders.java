package org.fanfare.replay;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.fanfare.caller.Caller;
import org.fanfare.delivery.DeliveryArchive;
import org.fanfare.event.EventArchive;
import org.fanfare.event.EventArchive.Stretch;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.subscription.Subscription;
import org.fanfare.wire.TimeOrderedId;

/** Takes the orders of callers for jobs, and answers with the job. */
@RequestScoped
public class JobOrders {

    @EJB
    private Jobs jobs;

    @EJB
    private DeliveryArchive deliveries;

    @EJB
    private EventArchive events;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** A job about a subscription of the caller's, which must be enabled for all but to drop what is held. */
    Response place(JobKind kind, Subscription subscription, JobBody body, UriInfo uri) {
        if (subscription.disabled().isPresent() && kind != JobKind.DROP) {
            throw Problem.of(ProblemType.CONFLICT, "The subscription is disabled. Enable it first.");
        }
        return place(
                new JobOrder(
                        kind,
                        caller.owner(),
                        false,
                        subscription.id(),
                        null,
                        body.since(),
                        until(body.until()),
                        body.rate()),
                uri);
    }

    /** A job about an event's deliveries to the caller; an operator's, about all of them. */
    Response place(UUID eventId, JobBody body, UriInfo uri) {
        return place(
                new JobOrder(
                        JobKind.REPLAY_EVENT,
                        caller.owner(),
                        caller.isOperator(),
                        body.subscription(),
                        eventId,
                        null,
                        until(null),
                        body.rate()),
                uri);
    }

    /** Not later than now: what comes or fails while a job goes on is not its matter, or it might go on for ever. */
    private Instant until(Instant asked) {
        Instant now = clock.instant();
        return asked == null || asked.isAfter(now) ? now : asked;
    }

    private Response place(JobOrder order, UriInfo uri) {
        Job job = jobs.create(order, estimate(order));
        return Response.accepted(JobView.of(job))
                .location(uri.getBaseUriBuilder()
                        .path("jobs")
                        .path(job.id().toString())
                        .build())
                .build();
    }

    private Estimate estimate(JobOrder order) {
        if (order.kind() == JobKind.REPLAY_MISSING) {
            Instant since = Objects.requireNonNullElse(order.since(), Instant.EPOCH);
            Stretch stretch = new Stretch(
                    order.owner().tenant(), TimeOrderedId.lowest(since), TimeOrderedId.lowest(order.until()));
            return Estimate.of(events.count(stretch, Estimate.MOST + 1));
        }
        Job draft = new Job(order, new Estimate(0, false), clock.instant());
        return Estimate.of(deliveries.count(draft.selection(), Estimate.MOST + 1));
    }
}
