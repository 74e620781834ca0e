package org.fanfare.delivery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.fanfare.dialect.OutgoingEvent;
import org.fanfare.dialect.OutgoingRequest;
import org.fanfare.dialect.Undeliverable;
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
            record(send(cleared, recipient, exchanged));
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
        return cleared.stream()
                .map(each -> dispatch.attempted(each, startedAt, recipient, request, exchange))
                .toList();
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

    /** In one transaction; if that fails, each in its own, so that one that cannot be recorded costs no others. */
    private void record(List<Work> works) {
        Set<UUID> recorded;
        try {
            recorded = works.isEmpty() ? Set.of() : deliveries.recordAll(works);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "deliveries of a batch not recorded together, it will be done one by one", failed);
            works.forEach(this::recordAlone);
            return;
        }
        works.forEach(
                work -> dispatch.conclude(work, recorded.contains(work.claim().deliveryId())));
    }

    private void recordAlone(Work work) {
        try {
            dispatch.conclude(work, deliveries.record(work));
        } catch (RuntimeException failed) {
            // The row becomes due again at the end of its lease.
            LOG.log(
                    Level.WARNING,
                    "delivery not recorded delivery=" + work.claim().deliveryId(),
                    failed);
        }
    }
}
