package org.fanfare.delivery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.fanfare.dialect.OutgoingEvent;
import org.fanfare.dialect.OutgoingRequest;
import org.fanfare.dialect.Undeliverable;
import org.fanfare.outcome.Judge;
import org.fanfare.outcome.Outcome;
import org.fanfare.sending.Exchange;
import org.fanfare.sending.HttpSender;
import org.fanfare.traffic.Report;

/**
 * Works on several deliveries at once: each is checked by itself, those that may go go in one request, and what came of
 * it is recorded for each as its own attempt.
 */
@ApplicationScoped
public class BatchDispatch {

    private static final Logger LOG = System.getLogger(BatchDispatch.class.getName());

    private static final int MOST_APART = 20;

    @EJB
    private Deliveries deliveries;

    @Inject
    private Dispatch dispatch;

    @Inject
    private Admission admission;

    @Inject
    private Recipients recipients;

    @Inject
    private HttpSender sender;

    @Inject
    private DeliverySettings settings;

    @Inject
    private Clock clock;

    /** @param exchanged is told once the exchange with the target is over, if there is one, before it is recorded */
    void deliver(Parcel parcel, Consumer<Report> exchanged) {
        Recipient recipient;
        try {
            recipient = parcel.first().recipient(recipients).orElse(null);
        } catch (RuntimeException broken) {
            record(parcel.claims().stream()
                    .map(claim -> dispatch.brokenDown(claim, null, broken))
                    .toList());
            return;
        }
        if (recipient == null) {
            record(parcel.claims().stream().map(dispatch::cancelled).toList());
        } else if (recipient.isBatched()) {
            deliver(parcel, recipient, exchanged);
        } else {
            // The owner has chosen another dialect meanwhile.
            parcel.claims().forEach(admission::offer);
        }
    }

    private void deliver(Parcel parcel, Recipient recipient, Consumer<Report> exchanged) {
        List<Work> stopped = new ArrayList<>();
        List<Check.Cleared> cleared = new ArrayList<>();
        List<Claim> unchecked = new ArrayList<>();
        Instant lastCheck = parcel.leaseEnd().minus(settings.longestWork());
        for (Claim claim : parcel.claims()) {
            boolean isFirst = stopped.isEmpty() && cleared.isEmpty();
            if (isFirst || !clock.instant().isAfter(lastCheck)) {
                check(claim, recipient, stopped, cleared);
            } else {
                unchecked.add(claim);
            }
        }
        if (!unchecked.isEmpty()) {
            admission.keep(unchecked, recipient, "asking the policy about those before it took too long");
        }
        record(stopped);
        if (!cleared.isEmpty()) {
            record(sendOrBreakDown(cleared, recipient, exchanged));
        }
    }

    /** What cannot be worked on must not come back for ever. */
    private List<Work> sendOrBreakDown(List<Check.Cleared> cleared, Recipient recipient, Consumer<Report> exchanged) {
        try {
            return send(cleared, recipient, exchanged);
        } catch (RuntimeException broken) {
            return cleared.stream()
                    .map(each -> dispatch.brokenDown(each.claim(), recipient, broken))
                    .toList();
        }
    }

    private void check(Claim claim, Recipient recipient, List<Work> stopped, List<Check.Cleared> cleared) {
        try {
            Check check = dispatch.check(recipient, claim);
            if (check instanceof Check.Cleared may) {
                cleared.add(may);
            } else if (check instanceof Check.Stopped mayNot) {
                stopped.add(mayNot.work());
            }
        } catch (RuntimeException broken) {
            stopped.add(dispatch.brokenDown(claim, recipient, broken));
        }
    }

    private List<Work> send(List<Check.Cleared> cleared, Recipient recipient, Consumer<Report> exchanged) {
        Instant startedAt = clock.instant();
        OutgoingRequest request;
        try {
            request = request(cleared, recipient, startedAt);
        } catch (RuntimeException unfit) {
            return sendWithoutUnfit(cleared, unfit, recipient, exchanged);
        }
        Exchange exchange = sender.send(
                request.method(), recipient.targetUrl(), request.headers(), request.body(), recipient.access());
        exchanged.accept(dispatch.report(exchange));
        List<Work> works = cleared.stream()
                .map(each -> dispatch.attempted(each, startedAt, recipient, request, exchange))
                .toList();
        if (works.size() > 1 && Judge.mayMeanPart(exchange, recipient.retry())) {
            sendApart(works, exchange);
            return List.of();
        }
        return works;
    }

    /** Records that an array was refused, and sends each of its events alone, so that one costs no others. */
    private void sendApart(List<Work> works, Exchange exchange) {
        Instant leaseEnd = clock.instant().plus(settings.lease());
        String reason = exchange.summary() + " for a batch of " + works.size() + ", it is sent alone";
        Set<UUID> recorded = record(works.stream()
                .map(work -> mayBeSentAlone(work) ? work.with(new Outcome.Retry(reason, leaseEnd)) : work)
                .toList());
        works.stream()
                .filter(BatchDispatch::mayBeSentAlone)
                .filter(work -> recorded.contains(work.claim().deliveryId()))
                .map(work -> work.claim().afterAttempt(leaseEnd))
                .forEach(admission::offerAlone);
    }

    /** What finds no room to go alone goes with others again, but not for ever. */
    private static boolean mayBeSentAlone(Work work) {
        return work.claim().nextAttemptOfRound() <= MOST_APART;
    }

    private static OutgoingRequest request(List<Check.Cleared> cleared, Recipient recipient, Instant at) {
        String id = Parcel.id(cleared.stream().map(Check.Cleared::claim).toList());
        List<OutgoingEvent> events = new ArrayList<>(cleared.size());
        cleared.forEach(each -> events.add(each.event().cloudEvent()));
        return recipient.request(id, events, at);
    }

    /** One event for which the dialect has no form must not keep the others from being sent. */
    private List<Work> sendWithoutUnfit(
            List<Check.Cleared> cleared, RuntimeException ofAll, Recipient recipient, Consumer<Report> exchanged) {
        List<Work> works = new ArrayList<>();
        List<Check.Cleared> fit = new ArrayList<>();
        for (Check.Cleared each : cleared) {
            try {
                request(List.of(each), recipient, clock.instant());
                fit.add(each);
            } catch (RuntimeException unfit) {
                works.add(unfit(each, recipient, unfit));
            }
        }
        if (fit.size() == cleared.size()) {
            return fit.stream().map(each -> unfit(each, recipient, ofAll)).toList();
        }
        if (!fit.isEmpty()) {
            works.addAll(send(fit, recipient, exchanged));
        }
        return works;
    }

    private Work unfit(Check.Cleared cleared, Recipient recipient, RuntimeException why) {
        return why instanceof Undeliverable never
                ? Dispatch.undeliverable(cleared, never)
                : dispatch.brokenDown(cleared.claim(), recipient, why);
    }

    /**
     * In one transaction; if that fails, each in its own, so that one that cannot be recorded costs no others.
     *
     * @return the ids of those whose claims had not been lost
     */
    private Set<UUID> record(List<Work> works) {
        if (works.isEmpty()) {
            return Set.of();
        }
        List<Boolean> recorded;
        try {
            recorded = deliveries.recordAll(works);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "deliveries of a batch not recorded together, it will be done one by one", failed);
            recorded = works.stream().map(this::isRecordedAlone).toList();
        }
        Set<UUID> kept = new HashSet<>();
        for (int i = 0; i < works.size(); i++) {
            dispatch.conclude(works.get(i), recorded.get(i));
            if (recorded.get(i)) {
                kept.add(works.get(i).claim().deliveryId());
            }
        }
        return kept;
    }

    private boolean isRecordedAlone(Work work) {
        try {
            return deliveries.record(work);
        } catch (RuntimeException failed) {
            // The row becomes due again at the end of its lease.
            LOG.log(
                    Level.WARNING,
                    "delivery not recorded delivery=" + work.claim().deliveryId(),
                    failed);
            return false;
        }
    }
}
