package org.fanfare.replay;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fanfare.delivery.Deliveries;
import org.fanfare.delivery.Delivery;
import org.fanfare.delivery.DeliveryArchive;
import org.fanfare.delivery.Nudge;
import org.fanfare.delivery.Owed;
import org.fanfare.delivery.Rounds;
import org.fanfare.event.EventArchive;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.subscription.Subscription;
import org.fanfare.subscription.Subscriptions;

/**
 * One step of a job, in one commit with its cursor. Nothing is done under a claim that was lost. The nudges are to be sent
 * after the commit.
 */
@Stateless
public class JobSteps {

    private static final Set<DeliveryState> LEFT_ALONE = Set.of(DeliveryState.DELIVERED, DeliveryState.PENDING);

    @EJB
    private Jobs jobs;

    @EJB
    private Deliveries deliveries;

    @EJB
    private DeliveryArchive archive;

    @EJB
    private EventArchive events;

    @EJB
    private Rounds rounds;

    @EJB
    private Subscriptions subscriptions;

    @Inject
    private ReplaySettings settings;

    @Inject
    private Clock clock;

    /** Goes on through deliveries. */
    public List<Nudge> deliveries(Job claimed) {
        return goingOn(claimed).map(this::reopenNext).orElse(List.of());
    }

    /** Goes on through events, of which {@code found} were looked at. */
    public List<Nudge> events(Job claimed, Missing found) {
        return goingOn(claimed).map(job -> openMissing(job, found)).orElse(List.of());
    }

    /** How many deliveries one step of the job may open. */
    public int most(Job job) {
        return Math.min(100, rate(job));
    }

    private int rate(Job job) {
        return job.rate() == null ? settings.rate() : job.rate();
    }

    /** The job, if the claim holds and its subscription can be delivered to; if not, it ends here. */
    private Optional<Job> goingOn(Job claimed) {
        Optional<Job> held = jobs.held(claimed);
        if (held.isEmpty() || held.get().subscriptionId() == null) {
            return held;
        }
        Job job = held.get();
        Subscription subscription = subscriptions.find(job.subscriptionId()).orElseThrow();
        if (subscription.deleted().isPresent()) {
            job.finish(JobState.CANCELLED, "the subscription was deleted", clock.instant());
            return Optional.empty();
        }
        if (subscription.disabled().isPresent() && job.kind() != JobKind.DROP) {
            job.finish(JobState.FAILED, "the subscription was disabled", clock.instant());
            return Optional.empty();
        }
        return held;
    }

    private List<Nudge> reopenNext(Job job) {
        int most = most(job);
        List<Delivery> next = archive.next(job.selection(), job.cursor(), most);
        List<Nudge> nudges = new ArrayList<>();
        int dropped = 0;
        for (Delivery delivery : next) {
            if (job.kind() == JobKind.DROP) {
                dropped += rounds.drop(delivery, "dropped while it was held") ? 1 : 0;
            } else if (job.subscriptionId() != null || isLive(delivery.subscriptionId())) {
                rounds.reopen(delivery).ifPresent(nudges::add);
            }
        }
        UUID last = next.isEmpty() ? null : next.get(next.size() - 1).id();
        Advance step = Advance.of(last, next.size(), nudges.size() + dropped, next.size() < most);
        job.advance(step, rate(job), clock.instant());
        return nudges;
    }

    private boolean isLive(UUID subscriptionId) {
        return subscriptions.find(subscriptionId).filter(Subscription::isLive).isPresent();
    }

    /**
     * To an event that is not routed yet, routing itself opens the delivery: it would break on one that is there. The next
     * job finds it.
     */
    private List<Nudge> openMissing(Job job, Missing found) {
        Set<UUID> routed = events.routed(found.wanted().keySet());
        Map<UUID, Delivery> made =
                archive.ofSubscription(job.subscriptionId(), found.wanted().keySet());
        List<Nudge> nudges = new ArrayList<>();
        Map<UUID, List<Owed>> missing = new LinkedHashMap<>();
        for (Map.Entry<UUID, Owed> wanted : found.wanted().entrySet()) {
            UUID event = wanted.getKey();
            Delivery delivery = made.get(event);
            if (delivery == null && routed.contains(event)) {
                missing.put(event, List.of(wanted.getValue()));
            } else if (delivery != null && !LEFT_ALONE.contains(delivery.state())) {
                rounds.reopen(delivery).ifPresent(nudges::add);
            }
        }
        nudges.addAll(deliveries.open(missing));
        job.advance(found.advance(nudges.size()), rate(job), clock.instant());
        return nudges;
    }
}
