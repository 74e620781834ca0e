package org.fanfare.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.fanfare.database.Outage;
import org.fanfare.dialect.OutgoingRequest;
import org.fanfare.dialect.Undeliverable;
import org.fanfare.event.Event;
import org.fanfare.event.EventLog;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.outcome.Jitter;
import org.fanfare.outcome.Judge;
import org.fanfare.outcome.Outcome;
import org.fanfare.outcome.Progress;
import org.fanfare.outcome.RetryOptions;
import org.fanfare.outcome.RetrySchedule;
import org.fanfare.policy.Policy;
import org.fanfare.policy.PolicyAnswer;
import org.fanfare.policy.PolicySettings;
import org.fanfare.problem.Incident;
import org.fanfare.secret.SecretUnreadable;
import org.fanfare.sending.Exchange;
import org.fanfare.sending.HttpSender;
import org.fanfare.traffic.Report;

/**
 * Works on a claimed delivery: asks the policy as of now, makes one attempt, records what came of it. First attempt and
 * retries are this one path.
 */
@ApplicationScoped
public class Dispatch {

    private static final Logger LOG = System.getLogger(Dispatch.class.getName());

    @Inject
    private Recorder recorder;

    @EJB
    private HeldDeliveries held;

    @Inject
    private DeliveryQueue queue;

    @Inject
    private Recipients recipients;

    @EJB
    private EventLog events;

    @Inject
    private Policy policy;

    @Inject
    private HttpSender sender;

    @Inject
    private DeliverySettings settings;

    @Inject
    private PolicySettings policySettings;

    @Inject
    private DeliveryMetrics metrics;

    @Inject
    private Admission admission;

    @Inject
    private Clock clock;

    private Judge judge;

    @PostConstruct
    void prepare() {
        judge = new Judge(
                new RetrySchedule(settings.retryWaits()),
                new RetrySchedule(policySettings.retryWaits()),
                new Jitter(settings.jitter(), () -> ThreadLocalRandom.current().nextDouble()));
    }

    /** @param exchanged is told once the exchange with the target is over, if there is one, before it is recorded */
    void deliver(Claim claim, Consumer<Report> exchanged) {
        Optional<Recipient> recipient = Optional.empty();
        try {
            recipient = claim.recipient(recipients);
            record(recipient.map(found -> work(found, claim, exchanged)).orElseGet(() -> cancelled(claim)));
        } catch (RuntimeException broken) {
            record(brokenDown(claim, recipient.orElse(null), broken));
        }
    }

    /**
     * One delivery that cannot be worked on must not come back for ever. If it is the database that was away, though, even
     * for a moment, that says nothing of the delivery: then this throws again what was thrown, nothing is recorded, and
     * the delivery is due again at the end of its lease.
     *
     * @param recipient null if not even that could be found out
     */
    Work brokenDown(Claim claim, Recipient recipient, RuntimeException broken) {
        if (Outage.isBehind(broken)) {
            throw broken;
        }
        Incident incident = Incident.log(LOG, "delivery broke down delivery=" + claim.deliveryId(), broken);
        String what = broken instanceof SecretUnreadable ? broken.getMessage() : "internal error";
        String reason = what + ", incident " + incident.id();
        RetryOptions options = recipient == null ? RetryOptions.STANDARD : recipient.retry();
        return Work.none(claim, judge.afterBreakdown(reason, options, progress(claim, null)));
    }

    private Work work(Recipient recipient, Claim claim, Consumer<Report> exchanged) {
        Check check = check(recipient, claim);
        return check instanceof Check.Cleared cleared
                ? attempt(recipient, cleared, exchanged)
                : ((Check.Stopped) check).work();
    }

    /** Asks all who may have something against an attempt. */
    Check check(Recipient recipient, Claim claim) {
        if (recipient.held() != null) {
            return new Check.Stopped(Work.none(claim, new Outcome.Held(recipient.held())));
        }
        if (recipient.consent() instanceof Consent.Awaited awaited) {
            return new Check.Stopped(Work.none(claim, new Outcome.Postponed(awaited.reason(), awaited.until())));
        }
        Event event = events.find(claim.eventId()).orElseThrow();
        PolicyAnswer answer = policy.ask(claim.owner(), recipient.permission(), event);
        if (answer instanceof PolicyAnswer.Refused) {
            Outcome denied = new Outcome.Settled(DeliveryState.DENIED, answer.summary());
            return new Check.Stopped(Work.asked(claim, event, answer, denied));
        }
        if (answer instanceof PolicyAnswer.Unavailable) {
            Outcome later =
                    judge.afterSilentPolicy(answer.summary(), claim.postponements() + 1, progress(claim, event));
            return new Check.Stopped(Work.asked(claim, event, answer, later));
        }
        return new Check.Cleared(claim, event, answer);
    }

    private Work attempt(Recipient recipient, Check.Cleared cleared, Consumer<Report> exchanged) {
        Instant startedAt = clock.instant();
        OutgoingRequest request;
        try {
            String id = cleared.claim().deliveryId().toString();
            request = recipient.request(id, cleared.event().cloudEvent(), startedAt);
        } catch (Undeliverable never) {
            return undeliverable(cleared, never);
        }
        Exchange exchange = sender.send(
                request.method(), recipient.targetUrl(), request.headers(), request.body(), recipient.access());
        exchanged.accept(report(exchange));
        return attempted(cleared, startedAt, recipient, request, exchange);
    }

    static Work undeliverable(Check.Cleared cleared, Undeliverable never) {
        Outcome failed = new Outcome.Settled(DeliveryState.FAILED, never.getMessage());
        return Work.asked(cleared.claim(), cleared.event(), cleared.answer(), failed);
    }

    /** The attempt that the exchange was, and what follows from it. */
    Work attempted(
            Check.Cleared cleared, Instant startedAt, Recipient recipient, OutgoingRequest request, Exchange exchange) {
        Claim claim = cleared.claim();
        Outcome outcome = judge.afterExchange(exchange, recipient.retry(), progress(claim, cleared.event()));
        Attempt attempt = Attempt.of(claim, startedAt, cleared.answer(), recipient.targetUrl(), request, exchange)
                .ruled(outcome.state() == DeliveryState.DELIVERED);
        return new Work(claim, cleared.event(), cleared.answer(), attempt, outcome);
    }

    Report report(Exchange exchange) {
        Instant now = clock.instant();
        return Report.of(exchange, Judge.pause(exchange, now).map(now::plus).orElse(null));
    }

    /** How far the delivery is with the attempt that is being made. */
    private Progress progress(Claim claim, Event event) {
        Instant expiresAt =
                event == null ? null : event.cloudEvent().expiresAt().orElse(null);
        return new Progress(claim.nextAttemptOfRound(), expiresAt, clock.instant());
    }

    private void record(Work work) {
        conclude(work, recorder.record(work));
    }

    /** What is to be done once a work is recorded, or was not, because the claim had been lost. */
    void conclude(Work work, boolean recorded) {
        Claim claim = work.claim();
        Outcome outcome = work.outcome();
        if (recorded) {
            metrics.count(outcome, work.event() == null ? null : work.event().receivedAt());
            if (outcome instanceof Outcome.Settled) {
                admission.endTurn(claim);
            }
        }
        if (recorded && outcome instanceof Outcome.Held) {
            releaseIfEnabled(claim);
        }
        LOG.log(
                levelOf(outcome),
                () ->
                        "delivery worked on delivery=%s event=%s subscription=%s attempt=%d state=%s due=%s recorded=%s%s reason=\"%s\""
                                .formatted(
                                        claim.deliveryId(),
                                        claim.eventId(),
                                        claim.subscriptionId(),
                                        claim.attempts() + 1,
                                        outcome.state().wireName(),
                                        outcome.dueAt(),
                                        recorded,
                                        claim.owner().inLog(),
                                        String.valueOf(outcome.reason()).replace("\"", "\\\"")));
    }

    /** Its subscription may have been enabled after it was looked at: nobody would expect the delivery to be held then. */
    private void releaseIfEnabled(Claim claim) {
        boolean isEnabled = recipients
                .find(claim.subscriptionId())
                .filter(recipient -> recipient.held() == null)
                .isPresent();
        if (isEnabled) {
            queue.send(held.release(claim.eventId(), List.of(claim.subscriptionId())));
        }
    }

    /** What went well is for those who look for it; what is put off or given up, for everybody. */
    private static Level levelOf(Outcome outcome) {
        if (outcome.state() == DeliveryState.PENDING) {
            return Level.INFO;
        }
        return outcome.state() == DeliveryState.FAILED ? Level.WARNING : Level.DEBUG;
    }

    Work cancelled(Claim claim) {
        String reason = claim.failure() == null
                ? "the subscription was deleted"
                : "the subscription has no dead-letter target any more";
        return Work.none(claim, new Outcome.Settled(DeliveryState.CANCELLED, reason));
    }
}
