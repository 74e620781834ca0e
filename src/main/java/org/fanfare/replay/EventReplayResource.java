package org.fanfare.replay;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Reach;
import org.fanfare.caller.Role;
import org.fanfare.delivery.DeliveryArchive;
import org.fanfare.event.Event;
import org.fanfare.event.EventLog;
import org.fanfare.history.Sight;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.subscription.Subscriptions;
import org.fanfare.wire.Uuids;

/** Jobs on the deliveries of one event. */
@Path("/events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Replay")
@RolesAllowed({Role.Named.SUBSCRIBER, Role.Named.OPERATOR})
public class EventReplayResource {

    private static final int DELIVERIES_LOOKED_AT = 1000;

    @EJB
    private EventLog events;

    @EJB
    private DeliveryArchive deliveries;

    @EJB
    private Subscriptions subscriptions;

    @Inject
    private JobOrders orders;

    @Inject
    private Caller caller;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @POST
    @Path("/{id}/replay")
    @Operation(summary = "Delivers an event anew", operationId = "replayEvent")
    public Response replay(@PathParam("id") String id, InputStream body) throws IOException {
        UUID event = Uuids.read(id)
                .flatMap(events::stored)
                .filter(this::isSeen)
                .map(Event::id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no event " + id + " that you may see."));
        JobBody order = JobBody.read(headers, body, Set.of("subscription", "rate"), null);
        refuseUnseen(order.subscription());
        return orders.place(event, order, uri);
    }

    /** A job about one that he may not see would tell him whether it is there, and how it stands. */
    private void refuseUnseen(UUID subscription) {
        if (subscription == null
                || subscriptions
                        .find(subscription)
                        .filter(found -> caller.sees(found.owner()))
                        .isPresent()) {
            return;
        }
        throw Problem.of(
                ProblemType.INVALID,
                List.of(Fault.ofMember("subscription", "There is no such subscription that you may see.")));
    }

    private boolean isSeen(Event event) {
        Reach whose = caller.reach();
        return Sight.of(event, whose, deliveries.ofEvent(event.id(), whose, DELIVERIES_LOOKED_AT)) != Sight.NOTHING;
    }
}
