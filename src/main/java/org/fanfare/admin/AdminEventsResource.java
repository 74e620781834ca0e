package org.fanfare.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Reach;
import org.fanfare.caller.Role;
import org.fanfare.delivery.DeliveryArchive;
import org.fanfare.delivery.DeliveryCodes;
import org.fanfare.event.Event;
import org.fanfare.event.EventArchive;
import org.fanfare.event.EventLog;
import org.fanfare.event.EventQuery;
import org.fanfare.history.EventView;
import org.fanfare.routing.Rerouter;
import org.fanfare.wire.BoundedBody;
import org.fanfare.wire.Page;
import org.fanfare.wire.Query;
import org.fanfare.wire.Uuids;

/** What the Pacifica service's admins do with events: look at them, purge them, and dispatch them again. */
@Path("/admin/events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@RolesAllowed(Role.Named.ADMIN)
public class AdminEventsResource {

    private static final int MOST_MATCHES = 10_000;
    private static final int MOST_BYTES = 65_536;

    @EJB
    private EventLog events;

    @EJB
    private EventArchive archive;

    @EJB
    private DeliveryArchive deliveries;

    @Inject
    private EventPurge purge;

    @Inject
    private Rerouter rerouter;

    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Lists events with the codes of their deliveries", operationId = "listLoggedEvents")
    public Response list(@Context UriInfo uri) {
        Reach whose = Reach.all(caller.tenant());
        Query query = new Query(uri);
        EventQuery wanted = new EventQuery(whose, null, null, query.time("since"), query.time("until"));
        List<UUID> ids = query.text("ids").map(text -> ids(text, query)).orElse(null);
        query.check();
        Page page = Page.of(uri);
        List<Event> found =
                ids == null ? events.list(wanted, page.offset(), page.fetch()) : archive.load(whose.tenant(), ids);
        return page.answer(uri, found, this::views);
    }

    @POST
    @Path("/purge")
    @Operation(summary = "Removes events with their deliveries and attempts", operationId = "purgeEvents")
    public EventPurge.Result purge(@Context HttpHeaders headers, InputStream body) throws IOException {
        return purge.carryOut(caller.tenant(), EventOrder.toPurge(BoundedBody.read(headers, body, MOST_BYTES)));
    }

    @POST
    @Path("/retry")
    @Operation(summary = "Dispatches events again to all who match them now", operationId = "retryEvents")
    public List<RetriedView> retry(@Context HttpHeaders headers, InputStream body) throws IOException {
        String tenant = caller.tenant();
        return EventOrder.toRetry(BoundedBody.read(headers, body, MOST_BYTES)).ids().stream()
                .map(id -> RetriedView.of(id, rerouter.again(tenant, id)))
                .toList();
    }

    private LoggedEventView[] views(List<Event> shown) {
        Map<UUID, List<LoggedEventView.Match>> matches =
                deliveries.codesOf(shown.stream().map(Event::id).toList(), MOST_MATCHES).stream()
                        .collect(Collectors.groupingBy(
                                DeliveryCodes::eventId,
                                Collectors.mapping(LoggedEventView.Match::of, Collectors.toList())));
        return shown.stream()
                .map(event -> new LoggedEventView(EventView.of(event), matches.getOrDefault(event.id(), List.of())))
                .toArray(LoggedEventView[]::new);
    }

    private static List<UUID> ids(String text, Query query) {
        String[] parts = text.split(",");
        List<UUID> ids = Arrays.stream(parts)
                .map(String::strip)
                .flatMap(part -> Uuids.read(part).stream())
                .toList();
        return ids.size() == parts.length && ids.size() <= EventOrder.MOST_IDS
                ? ids
                : query.refuse("ids", "must be at most " + EventOrder.MOST_IDS + " UUIDs, with commas between them.");
    }
}
