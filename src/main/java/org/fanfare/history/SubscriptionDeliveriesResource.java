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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Role;
import org.fanfare.delivery.Delivery;
import org.fanfare.delivery.DeliveryArchive;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.subscription.Subscription;
import org.fanfare.subscription.Subscriptions;
import org.fanfare.wire.Page;
import org.fanfare.wire.Uuids;

/** The deliveries of one of the caller's subscriptions. */
@Path("/eventmatch/{uuid}/deliveries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
@RolesAllowed(Role.Named.SUBSCRIBER)
public class SubscriptionDeliveriesResource {

    @EJB
    private Subscriptions subscriptions;

    @EJB
    private DeliveryArchive deliveries;

    @Inject
    private Caller caller;

    @GET
    @Operation(
            summary = "Lists a subscription's deliveries with their attempts, newest first",
            operationId = "listDeliveries")
    public Response list(@PathParam("uuid") String uuid, @Context UriInfo uri) {
        Subscription subscription = subscriptions
                .find(caller.owner(), Uuids.ofPath(uuid))
                .orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN, "Forbidden"));
        Page page = Page.of(uri);
        return page.answer(
                uri, deliveries.ofSubscription(subscription.id(), page.offset(), page.fetch()), this::withAttempts);
    }

    private DeliveryView[] withAttempts(List<Delivery> shown) {
        List<UUID> ids = shown.stream().map(Delivery::id).toList();
        return DeliveryView.of(shown, deliveries.attemptsOf(ids)).toArray(DeliveryView[]::new);
    }
}
