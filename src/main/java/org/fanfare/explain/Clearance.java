package org.fanfare.explain;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fanfare.caller.Caller;
import org.fanfare.caller.CallerSettings;
import org.fanfare.delivery.Deliveries;
import org.fanfare.event.Event;
import org.fanfare.history.Sight;
import org.fanfare.policy.Policy;
import org.fanfare.policy.PolicyAnswer;

/** What the caller, and the owners of subscriptions, may see of events. The policy is asked once for each of them. */
@RequestScoped
public class Clearance {

    private static final int DELIVERIES_LOOKED_AT = 1000;

    /** Who asks about what. */
    private record Asked(String user, String permission, UUID event) {}

    @EJB
    private Deliveries deliveries;

    @Inject
    private Policy policy;

    @Inject
    private Caller caller;

    @Inject
    private CallerSettings callers;

    private final Map<Asked, PolicyAnswer> answers = new HashMap<>();

    /** How much of it the caller may see without asking the policy. */
    Sight ofCaller(Event event) {
        if (caller.isOperator()) {
            return Sight.ALL;
        }
        return Sight.of(
                event, caller.name(), false, deliveries.ofEvent(event.id(), caller.name(), DELIVERIES_LOOKED_AT));
    }

    /** Whether routing puts the event to this user's subscriptions at all. */
    boolean mayKnow(String user, Event event) {
        return event.mayBeKnownTo(user, callers.operators());
    }

    PolicyAnswer policyOfCaller(Event event) {
        return policy(caller.name(), null, event);
    }

    /**
     * What the policy says about the user as of now. Must not be called inside a transaction.
     *
     * @param permission what he needs to have; null for none in particular
     */
    PolicyAnswer policy(String user, String permission, Event event) {
        return answers.computeIfAbsent(
                new Asked(user, permission, event.id()), asked -> policy.ask(user, permission, event));
    }
}
