package org.fanfare.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Reach;
import org.fanfare.caller.Role;
import org.fanfare.delivery.Delivery;
import org.fanfare.delivery.DeliveryArchive;
import org.fanfare.event.Event;
import org.fanfare.event.EventLog;
import org.fanfare.event.EventQuery;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.Page;
import org.fanfare.wire.Query;
import org.fanfare.wire.Uuids;

/**
 * What became of events. An operator sees all; the owner of a subscription sees the events that are owed or were delivered
 * to it, with his own deliveries; who posted an event sees it. Of an event that the policy denied him the owner
 * sees no more than that.
 */
@Path("/events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
@RolesAllowed({Role.Named.SUBSCRIBER, Role.Named.PRODUCER, Role.Named.OPERATOR})
public class EventResource {

    /** So many deliveries of one event are shown; the subscriptions' own lists show the rest. */
    private static final int DELIVERIES_SHOWN = 1000;

    @EJB
    private EventLog events;

    @EJB
    private DeliveryArchive deliveries;

    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Lists events, newest first", operationId = "listEvents")
    public Response list(@QueryParam("type") String type, @QueryParam("source") String source, @Context UriInfo uri) {
        Query query = new Query(uri);
        Instant from = query.time("since");
        Instant to = query.time("until");
        query.check();
        Page page = Page.of(uri);
        List<Event> found =
                events.list(new EventQuery(caller.reach(), type, source, from, to), page.offset(), page.fetch());
        return page.answer(
                uri, found, shown -> shown.stream().map(EventView::of).toArray(EventView[]::new));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows an event, its deliveries and their attempts", operationId = "showEvent")
    public EventHistoryView get(@PathParam("id") String id) {
        Event event = Uuids.read(id).flatMap(events::stored).orElseThrow(() -> unknown(id));
        Reach whose = caller.reach();
        List<Delivery> visible = deliveries.ofEvent(event.id(), whose, DELIVERIES_SHOWN);
        Sight sight = Sight.of(event, whose, visible);
        if (sight == Sight.NOTHING) {
            throw unknown(id);
        }
        List<UUID> ids = visible.stream().map(Delivery::id).toList();
        return new EventHistoryView(
                event.id(),
                sight.isAtLeast(Sight.OUTLINE) ? EventView.of(event) : null,
                DeliveryView.of(visible, deliveries.attemptsOf(ids)));
    }

    private static Problem unknown(String id) {
        return Problem.of(ProblemType.NOT_FOUND, "There is no event " + id + " that you may see.");
    }
}
