package org.fanfare.handshake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Role;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.subscription.Subscription;
import org.fanfare.subscription.Subscriptions;
import org.fanfare.wire.Uuids;

/** Whether the target of one of the caller's subscriptions has agreed to be sent events. */
@Path("/subscriptions/{id}/handshake")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
@RolesAllowed(Role.Named.SUBSCRIBER)
public class HandshakeResource {

    @EJB
    private Subscriptions subscriptions;

    @EJB
    private Handshakes handshakes;

    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Shows whether the target has agreed to be sent events", operationId = "showHandshake")
    public HandshakeView get(@PathParam("id") String id) {
        return handshakes.find(own(id)).map(HandshakeView::of).orElseThrow(() -> notAsked(id));
    }

    @POST
    @Operation(summary = "Asks the target again", operationId = "askTargetAgain")
    public Response askAgain(@PathParam("id") String id) {
        HandshakeView view = handshakes.askAgain(own(id)).map(HandshakeView::of).orElseThrow(() -> notAsked(id));
        return Response.accepted(view).build();
    }

    private UUID own(String id) {
        return Uuids.read(id)
                .flatMap(uuid -> subscriptions.find(caller.owner(), uuid))
                .map(Subscription::id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no subscription " + id + " of yours."));
    }

    private static Problem notAsked(String id) {
        return Problem.of(
                ProblemType.NOT_FOUND,
                "The target of " + id + " is not asked: the subscription's option handshake is off.");
    }
}
