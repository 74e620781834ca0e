package org.fanfare.explain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.audit.ChangesNothing;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Role;
import org.fanfare.delivery.Delivery;
import org.fanfare.delivery.DeliveryArchive;
import org.fanfare.event.Event;
import org.fanfare.event.EventArchive;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.subscription.Subscription;
import org.fanfare.subscription.Subscriptions;
import org.fanfare.wire.BoundedBody;
import org.fanfare.wire.JsonMembers;
import org.fanfare.wire.Uuids;

/** What {@code replay-missing} would look at, and what it would find, without sending anything. */
@Path("/eventmatch/{uuid}/dry-run")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Replay")
@RolesAllowed(Role.Named.SUBSCRIBER)
public class DryRunResource {

    private static final Set<String> MEMBERS = new TreeSet<>(List.of("since", "until", "limit", "before"));
    private static final int MOST_BYTES = 65_536;

    @EJB
    private Subscriptions subscriptions;

    @EJB
    private EventArchive events;

    @EJB
    private DeliveryArchive deliveries;

    @Inject
    private LookBack lookBack;

    @Inject
    private Caller caller;

    @POST
    @ChangesNothing("it only looks")
    @Operation(
            summary = "Says which past events match now and whether they were delivered, sending nothing",
            operationId = "dryRun")
    public String run(@PathParam("uuid") String uuid, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        Subscription subscription = subscriptions
                .find(caller.owner(), Uuids.ofPath(uuid))
                .orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN, "Forbidden"));
        Window window = read(JsonMembers.ofBody(BoundedBody.read(headers, body, MOST_BYTES)));
        Scanned scanned = lookBack.over(subscription, window);
        Map<UUID, Delivery> made = deliveries.ofSubscription(
                subscription.id(), scanned.matched().stream().map(Event::id).toList());
        int counted = events.count(window.stretch(caller.tenant()), ScannedJson.MOST_COUNTED + 1);
        return ScannedJson.of(scanned, counted, (event, json) -> {
                    Delivery delivery = made.get(event.id());
                    json.add("delivered", delivery != null && delivery.state() == DeliveryState.DELIVERED);
                    if (delivery != null) {
                        json.add("delivery", delivery.id().toString())
                                .add("state", delivery.state().wireName());
                    }
                })
                .toString();
    }

    private static Window read(JsonMembers members) {
        members.refuseBut(MEMBERS);
        String before = members.text("before");
        UUID next = before == null
                ? null
                : Continuation.read(before)
                        .orElseGet(() -> members.fault("before", "before must be what an answer had as next."));
        Window window = Window.of(members.time("since", false), members.time("until", false), next, limit(members));
        if (!members.faults().isEmpty()) {
            throw Problem.of(ProblemType.INVALID, members.faults());
        }
        return window;
    }

    private static int limit(JsonMembers members) {
        JsonValue value = members.value("limit");
        if (value instanceof JsonNumber number
                && number.isIntegral()
                && number.longValue() >= 1
                && number.longValue() <= Window.MOST_MATCHES) {
            return number.intValue();
        }
        if (value != null) {
            members.fault("limit", "limit must be a whole number from 1 to " + Window.MOST_MATCHES + ".");
        }
        return Window.USUAL_MATCHES;
    }
}
