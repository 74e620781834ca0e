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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Role;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.subscription.Subscription;
import org.fanfare.subscription.Subscriptions;
import org.fanfare.wire.Uuids;

/** Jobs on the deliveries of one of the caller's subscriptions. */
@Path("/eventmatch")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Replay")
@RolesAllowed(Role.Named.SUBSCRIBER)
public class SubscriptionReplayResource {

    private static final String SINCE = "since";
    private static final Set<String> OF_A_TIME = Set.of(SINCE, "until", "rate");
    private static final Set<String> OF_ALL = Set.of("rate");

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
    @Path("/{uuid}/recover")
    @Operation(summary = "Delivers anew what has failed since a time", operationId = "recoverSubscription")
    public Response recover(@PathParam("uuid") String uuid, InputStream body) throws IOException {
        Subscription subscription = subscription(uuid);
        return orders.place(JobKind.RECOVER, subscription, JobBody.read(headers, body, OF_A_TIME, SINCE), uri);
    }

    @POST
    @Path("/{uuid}/replay")
    @Operation(summary = "Delivers anew what matched in a time", operationId = "replaySubscription")
    public Response replay(@PathParam("uuid") String uuid, InputStream body) throws IOException {
        Subscription subscription = subscription(uuid);
        return orders.place(JobKind.REPLAY, subscription, JobBody.read(headers, body, OF_A_TIME, SINCE), uri);
    }

    @POST
    @Path("/{uuid}/replay-missing")
    @Operation(
            summary = "Delivers past events that match now and were not delivered",
            operationId = "replayMissingOfSubscription")
    public Response replayMissing(@PathParam("uuid") String uuid, InputStream body) throws IOException {
        Subscription subscription = subscription(uuid);
        return orders.place(JobKind.REPLAY_MISSING, subscription, JobBody.read(headers, body, OF_A_TIME, null), uri);
    }

    @POST
    @Path("/{uuid}/release")
    @Operation(summary = "Delivers what is held", operationId = "releaseSubscription")
    public Response release(@PathParam("uuid") String uuid, InputStream body) throws IOException {
        Subscription subscription = subscription(uuid);
        return orders.place(JobKind.RELEASE, subscription, JobBody.read(headers, body, OF_ALL, null), uri);
    }

    @POST
    @Path("/{uuid}/drop")
    @Operation(summary = "Cancels what is held", operationId = "dropHeldOfSubscription")
    public Response drop(@PathParam("uuid") String uuid, InputStream body) throws IOException {
        Subscription subscription = subscription(uuid);
        return orders.place(JobKind.DROP, subscription, JobBody.read(headers, body, OF_ALL, null), uri);
    }

    private Subscription subscription(String uuid) {
        return subscriptions
                .find(caller.owner(), Uuids.ofPath(uuid))
                .orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN, "Forbidden"));
    }
}
