package org.fanfare.explain;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.fanfare.filter.Account;
import org.fanfare.filter.Excerpt;
import org.fanfare.filter.Explanation;
import org.fanfare.filter.Verdict;
import org.fanfare.history.DeliveryView;
import org.fanfare.policy.PolicyAnswer;
import org.fanfare.subscription.Subscription;
import org.fanfare.wire.WireTime;

/**
 * Why an event reached a subscription, or did not. Whoever may not see the event gets {@code policy} and {@code reason}
 * only, and the delivery if there is one.
 *
 * @param enabled whether events are matched against it now
 * @param disabled since when not; left out if they are
 * @param error why not, or what was wrong last; left out if nothing was
 * @param since whether the subscription was made before the event came
 * @param changed when it was changed after the event came; left out if it was not
 * @param candidate whether all conditions are met that can be looked up
 * @param matched what routing would say now
 * @param filter what became of each part of the filter
 * @param values the first that the expression selects; left out if there are none
 * @param truncated whether it selects more; left out if not
 * @param fault why the filter broke down; left out if it did not
 * @param policy what the policy says of the owner now
 * @param delivery left out if there is none
 * @param reason all of it in a sentence
 */
public record ExplanationView(
        UUID subscription,
        String owner,
        Boolean enabled,
        String disabled,
        String deleted,
        String error,
        Boolean since,
        String changed,
        Boolean candidate,
        Boolean matched,
        JsonArray conditions,
        JsonObject filter,
        JsonArray values,
        Boolean truncated,
        String fault,
        PolicyView policy,
        DeliveryView delivery,
        String reason) {

    /**
     * @param answer {@code allowed}, {@code refused} or {@code unavailable}
     * @param summary the same in a few words
     */
    public record PolicyView(String answer, String summary) {

        static PolicyView of(PolicyAnswer answer) {
            return new PolicyView(answer.wireName(), answer.summary());
        }
    }

    /** For an owner who may not see the event, or of whom nobody knows. */
    static ExplanationView withheld(Subscription subscription, PolicyAnswer policy, DeliveryView delivery) {
        String reason = policy instanceof PolicyAnswer.Refused
                ? "The policy does not let you see this event: " + policy.summary() + "."
                : "Nobody can tell now whether you may see this event: " + policy.summary() + ".";
        return new ExplanationView(
                subscription.id(),
                subscription.owner().name(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                PolicyView.of(policy),
                delivery,
                reason);
    }

    static ExplanationView of(Findings findings) {
        Subscription subscription = findings.subscription();
        Account account = findings.account();
        Excerpt values = account.filter() instanceof Explanation.OfText text ? text.values() : Excerpt.EMPTY;
        return new ExplanationView(
                subscription.id(),
                subscription.owner().name(),
                subscription.isLive(),
                subscription.disabled().map(WireTime::write).orElse(null),
                subscription.deleted().map(WireTime::write).orElse(null),
                subscription.error().orElse(null),
                findings.isOlderThanEvent(),
                findings.changedSince().map(WireTime::write).orElse(null),
                account.candidate(),
                findings.matched(),
                ExplanationJson.of(account.conditions()),
                ExplanationJson.outline(account.filter()).build(),
                values.values().isEmpty() ? null : ExplanationJson.of(values),
                values.truncated() ? true : null,
                account.verdict() instanceof Verdict.Broken broken ? broken.sentence() : null,
                PolicyView.of(findings.policy()),
                findings.delivery(),
                Reason.of(findings));
    }
}
