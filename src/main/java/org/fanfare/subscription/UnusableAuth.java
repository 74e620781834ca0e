package org.fanfare.subscription;

import java.time.Instant;
import java.util.List;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/** Refuses credentials that deliveries could not be made with, once a body was applied to what is stored. */
final class UnusableAuth {

    private UnusableAuth() {}

    static void refuse(Subscription subscription, SubscriptionBody body, Instant now) {
        refuse(
                AuthJson.faultsOfPlainTarget(Secrets.readableAuth(subscription), subscription.targetUrl()),
                "/config/auth");
        if (body.credential() == null) {
            return;
        }
        if (AuthJson.isMasked(Secrets.readableAuth(subscription))) {
            throw Problem.of(ProblemType.INVALID, List.of(SinkCredential.missingSecret(body.credential())));
        }
        refuse(AuthJson.faultsWhenWhole(Secrets.readableAuth(subscription), now), "/config/auth");
    }

    /** What is wrong with secrets is known only now: those that the body left out are from before. */
    static void refuse(Subscription subscription, EventMatchBody body, Instant now) {
        refuse(AuthJson.faultsOfPlainTarget(Secrets.readableAuth(subscription), subscription.targetUrl()), "/auth");
        if (body.has("auth")) {
            refuse(AuthJson.faultsWhenWhole(Secrets.readableAuth(subscription), now), "/auth");
        }
    }

    private static void refuse(List<Fault> faults, String pointer) {
        if (!faults.isEmpty()) {
            throw Problem.of(
                    ProblemType.INVALID,
                    faults.stream().map(fault -> fault.below(pointer)).toList());
        }
    }
}
