package org.fanfare.explain;

import java.time.Instant;
import org.fanfare.history.DeliveryView;
import org.fanfare.subscription.Subscription;
import org.fanfare.wire.WireTime;

/** What became of an event at a subscription, and why, in a sentence or two. The first link that is broken is told. */
final class Reason {

    private Reason() {}

    static String of(Findings findings) {
        if (findings.delivery() != null) {
            return ofDelivery(findings.delivery())
                    + (findings.matched() ? "" : " As it is now, it would not match: " + whyNot(findings));
        }
        return findings.matched() ? whyNotRouted(findings) : whyNot(findings);
    }

    private static String ofDelivery(DeliveryView delivery) {
        String why = delivery.reason() == null ? "" : ": " + withoutStop(delivery.reason());
        return switch (delivery.state()) {
            case "delivered" -> "It matched, and was delivered" + why + ".";
            case "denied" -> "It matched; the delivery was denied by the policy" + why + ".";
            case "failed" -> "It matched; the delivery was given up" + why + ".";
            case "held" -> "It matched; the delivery is held" + why + ".";
            case "cancelled" -> "It matched; the delivery was cancelled" + why + ".";
            default ->
                "It matched; the delivery " + (delivery.waitingSince() == null ? "is under way" : "waits") + why + ".";
        };
    }

    private static String whyNot(Findings findings) {
        return findings.mayKnow()
                ? findings.account().whyNot()
                : "The event is one of Fanfare's own, which concerns another user.";
    }

    private static String whyNotRouted(Findings findings) {
        Subscription subscription = findings.subscription();
        if (findings.isAboutItself()) {
            return "It would match, but the event is about this subscription, and is kept from it.";
        }
        if (!findings.isOlderThanEvent()) {
            return "It would match, but the subscription was made after the event came.";
        }
        if (subscription.deleted().isPresent()) {
            return "It would match, but the subscription was deleted at %s."
                    .formatted(time(subscription.deleted().get()));
        }
        if (subscription.disabled().isPresent()) {
            return "It would match, but the subscription was disabled at %s%s."
                    .formatted(
                            time(subscription.disabled().get()),
                            subscription
                                    .error()
                                    .map(why -> ": " + withoutStop(why))
                                    .orElse(""));
        }
        return findings.changedSince()
                .map(at -> "It matches as it is now; the subscription was changed at %s, after the event came."
                        .formatted(time(at)))
                .orElse("It matches, and there is no delivery yet: the event is still to be routed.");
    }

    private static String time(Instant at) {
        return WireTime.write(at) + " (UTC)";
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
