package org.fanfare.explain;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fanfare.caller.Caller;
import org.fanfare.caller.CallerSettings;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Reach;
import org.fanfare.delivery.DeliveryArchive;
import org.fanfare.event.Event;
import org.fanfare.history.Sight;
import org.fanfare.policy.Policy;
import org.fanfare.policy.PolicyAnswer;

/** What the caller, and the owners of subscriptions, may see of events. The policy is asked once for each of them. */
@RequestScoped
public class Clearance {

    private static final int DELIVERIES_LOOKED_AT = 1000;

    /** Who asks about what. */
    private record Asked(Owner user, String permission, UUID event) {}

    @EJB
    private DeliveryArchive deliveries;

    @Inject
    private Policy policy;

    @Inject
    private Caller caller;

    @Inject
    private CallerSettings callers;

    private final Map<Asked, PolicyAnswer> answers = new HashMap<>();

    /** How much of it the caller may see without asking the policy. */
    Sight ofCaller(Event event) {
        Reach whose = caller.reach();
        return Sight.of(
                event, whose, whose.isAll() ? List.of() : deliveries.ofEvent(event.id(), whose, DELIVERIES_LOOKED_AT));
    }

    /** Whether the caller may know that there is such an event: as operator of its tenant, or as routing has it. */
    boolean mayBeAskedAbout(Event event) {
        return caller.reach().equals(Reach.all(event.tenant())) || mayKnow(caller.owner(), event);
    }

    /** Whether routing puts the event to this user's subscriptions at all. */
    boolean mayKnow(Owner user, Event event) {
        return event.mayBeKnownTo(user, callers::isOperator);
    }

    PolicyAnswer policyOfCaller(Event event) {
        return policy(caller.owner(), null, event);
    }

    /**
     * What the policy says about the user as of now. Must not be called inside a transaction.
     *
     * @param permission what he needs to have; null for none in particular
     */
    PolicyAnswer policy(Owner user, String permission, Event event) {
        return answers.computeIfAbsent(
                new Asked(user, permission, event.id()), asked -> policy.ask(user, permission, event));
    }
}
