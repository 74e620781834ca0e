package org.fanfare.replay;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Role;
import org.fanfare.delivery.Delivery;
import org.fanfare.delivery.DeliveryArchive;
import org.fanfare.delivery.DeliveryQueue;
import org.fanfare.delivery.Nudge;
import org.fanfare.delivery.Rounds;
import org.fanfare.history.DeliveryView;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.subscription.Subscription;
import org.fanfare.subscription.Subscriptions;
import org.fanfare.wire.Uuids;
import org.fanfare.wire.WireTime;

/** One delivery anew, at once. */
@Path("/deliveries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Replay")
@RolesAllowed({Role.Named.SUBSCRIBER, Role.Named.OPERATOR})
public class RetryResource {

    @EJB
    private DeliveryArchive deliveries;

    @EJB
    private Rounds rounds;

    @EJB
    private Subscriptions subscriptions;

    @Inject
    private DeliveryQueue queue;

    @Inject
    private Caller caller;

    @POST
    @Path("/{id}/retry")
    @Operation(summary = "Opens a delivery anew", operationId = "retryDelivery")
    public Response retry(@PathParam("id") String id) {
        Delivery delivery = Uuids.read(id)
                .flatMap(deliveries::find)
                .filter(found -> caller.sees(found.owner()))
                .orElseThrow(
                        () -> Problem.of(ProblemType.NOT_FOUND, "There is no delivery " + id + " that you may see."));
        refuseWhatCannotBeDelivered(delivery);
        Nudge nudge = rounds.reopen(delivery)
                .orElseThrow(() -> conflict("The delivery was changed at the same moment. Look at it again."));
        queue.send(List.of(nudge));
        return Response.accepted(view(delivery.id())).build();
    }

    private void refuseWhatCannotBeDelivered(Delivery delivery) {
        if (delivery.state() == DeliveryState.PENDING) {
            throw conflict(delivery.dueAt()
                    .filter(due -> delivery.waitingSince().isEmpty())
                    .map(due -> "The delivery is pending; it is due at " + WireTime.write(due) + " (UTC).")
                    .orElse("The delivery is pending."));
        }
        Subscription subscription =
                subscriptions.find(delivery.subscriptionId()).orElseThrow();
        if (subscription.deleted().isPresent()) {
            throw conflict("The subscription was deleted.");
        }
        if (subscription.disabled().isPresent() && delivery.deadLetterOf().isEmpty()) {
            throw conflict("The subscription is disabled. Enable it first.");
        }
    }

    private DeliveryView view(UUID id) {
        return DeliveryView.of(deliveries.find(id).stream().toList(), deliveries.attemptsOf(List.of(id)))
                .get(0);
    }

    private static Problem conflict(String detail) {
        return Problem.of(ProblemType.CONFLICT, detail);
    }
}
