package org.fanfare.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Reach;
import org.fanfare.caller.Role;
import org.fanfare.delivery.Delivery;
import org.fanfare.delivery.DeliveryArchive;
import org.fanfare.delivery.DeliveryQuery;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.Page;
import org.fanfare.wire.Query;
import org.fanfare.wire.Uuids;

/** Deliveries across subscriptions: the caller's own; to operators, everybody's. */
@Path("/deliveries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries")
@RolesAllowed({Role.Named.SUBSCRIBER, Role.Named.OPERATOR})
public class DeliveriesResource {

    private static final String STATES =
            Arrays.stream(DeliveryState.values()).map(DeliveryState::wireName).collect(Collectors.joining(", "));

    @EJB
    private DeliveryArchive deliveries;

    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Lists deliveries with their attempts, newest first", operationId = "searchDeliveries")
    public Response list(@Context UriInfo uri) {
        Query query = new Query(uri);
        DeliveryQuery wanted = new DeliveryQuery(
                whose(query),
                state(query),
                uuid(query, "subscription"),
                uuid(query, "event"),
                query.time("since"),
                query.time("until"));
        query.check();
        Page page = Page.of(uri);
        return page.answer(
                uri,
                deliveries.list(wanted, page.offset(), page.fetch()),
                shown -> views(shown).toArray(DeliveryView[]::new));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a delivery and its attempts", operationId = "showDelivery")
    public DeliveryView get(@PathParam("id") String id) {
        return Uuids.read(id)
                .flatMap(deliveries::find)
                .filter(delivery -> caller.sees(delivery.owner()))
                .map(delivery -> views(List.of(delivery)).get(0))
                .orElseThrow(
                        () -> Problem.of(ProblemType.NOT_FOUND, "There is no delivery " + id + " that you may see."));
    }

    private List<DeliveryView> views(List<Delivery> shown) {
        return DeliveryView.of(
                shown, deliveries.attemptsOf(shown.stream().map(Delivery::id).toList()));
    }

    private Reach whose(Query query) {
        Reach seen = caller.reach();
        return query.text("owner")
                .map(name -> new Owner(caller.tenant(), name))
                .map(asked -> seen.covers(asked)
                        ? Reach.of(asked)
                        : query.<Reach>refuse("owner", "must be your own name; operators may name others."))
                .orElse(seen);
    }

    private static DeliveryState state(Query query) {
        return query.text("state")
                .map(text -> Arrays.stream(DeliveryState.values())
                        .filter(state -> state.wireName().equals(text))
                        .findFirst()
                        .orElseGet(() -> query.refuse("state", "must be one of " + STATES + ".")))
                .orElse(null);
    }

    private static UUID uuid(Query query, String name) {
        return query.text(name)
                .map(text -> Uuids.read(text).orElseGet(() -> query.refuse(name, "must be a UUID.")))
                .orElse(null);
    }
}
