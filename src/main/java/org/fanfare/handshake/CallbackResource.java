package org.fanfare.handshake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.audit.ChangesSomething;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.Uuids;

/**
 * Where a target agrees later (4.1.3 of the document): by GET, which somebody may do who reads the URL in a log, or by POST.
 * Whoever has the key is the target.
 */
@Path("/handshakes/{id}")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
@Tag(name = "Subscriptions")
@PermitAll
public class CallbackResource {

    @EJB
    private Handshakes handshakes;

    @GET
    @ChangesSomething
    @Operation(summary = "Takes a target's consent", operationId = "grantByGet")
    public Response get(
            @PathParam("id") String id,
            @QueryParam("key") String key,
            @HeaderParam("WebHook-Allowed-Rate") String allowedRate) {
        return confirm(id, key, allowedRate);
    }

    @POST
    @Operation(summary = "Takes a target's consent, by POST", operationId = "grantByPost")
    public Response post(
            @PathParam("id") String id,
            @QueryParam("key") String key,
            @HeaderParam("WebHook-Allowed-Rate") String allowedRate) {
        return confirm(id, key, allowedRate);
    }

    private Response confirm(String id, String key, String allowedRate) {
        Rate rate = allowedRate == null ? null : Rate.read(allowedRate).orElseThrow(CallbackResource::wrongRate);
        if (key == null
                || Uuids.read(id)
                        .filter(uuid -> handshakes.confirm(uuid, key, rate))
                        .isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND, "Nothing was asked that this could be the answer to.");
        }
        CacheControl unkept = new CacheControl();
        unkept.setNoStore(true);
        return Response.ok("Thank you. Events will be delivered.\n")
                .cacheControl(unkept)
                .build();
    }

    private static Problem wrongRate() {
        return Problem.of(
                ProblemType.INVALID,
                List.of(Fault.ofHeader("WebHook-Allowed-Rate", "The rate must be a positive whole number or *.")));
    }
}
