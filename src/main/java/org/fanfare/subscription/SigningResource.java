package org.fanfare.subscription;

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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Role;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.signing.Rotation;
import org.fanfare.wire.BoundedBody;
import org.fanfare.wire.JsonMembers;
import org.fanfare.wire.Uuids;

/** The keys that the deliveries of a subscription are signed with. */
@Path("/subscriptions/{id}/signing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
@RolesAllowed(Role.Named.SUBSCRIBER)
public class SigningResource {

    private static final int MOST_BYTES = 65_536;

    @EJB
    private Subscriptions subscriptions;

    @Inject
    private Caller caller;

    @Context
    private HttpHeaders headers;

    @POST
    @Path("/rotate")
    @Operation(summary = "Replaces the keys that deliveries are signed with", operationId = "rotateSigningKeys")
    public String rotate(@PathParam("id") String id, InputStream body) throws IOException {
        Rotation rotation = read(BoundedBody.read(headers, body, MOST_BYTES));
        return Uuids.read(id)
                .flatMap(uuid -> subscriptions.rotateSigning(caller.owner(), uuid, rotation))
                .map(SubscriptionView::newSigning)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no subscription " + id + " of yours."));
    }

    /** No body asks for nothing in particular. */
    private static Rotation read(byte[] body) {
        byte[] object = body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body;
        JsonMembers members = JsonMembers.ofBody(object);
        Rotation rotation = Rotation.read(members);
        if (!members.faults().isEmpty()) {
            throw Problem.of(ProblemType.INVALID, members.faults());
        }
        return rotation;
    }
}
