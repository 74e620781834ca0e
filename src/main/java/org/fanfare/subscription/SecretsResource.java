package org.fanfare.subscription;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Role;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.JsonText;

/** What operators do with the secrets in the database. */
@Path("/secrets")
@Tag(name = "Operation")
@RolesAllowed(Role.Named.OPERATOR)
public class SecretsResource {

    @Inject
    private SecretsRotation rotation;

    @Inject
    private Caller caller;

    @POST
    @Path("/rotate")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Seals all secrets with the first master key", operationId = "rotateSecrets")
    public String rotate() {
        if (!caller.runsServer()) {
            throw Problem.of(ProblemType.FORBIDDEN, "Only operators of the default tenant may do this.");
        }
        SecretsRotation.Result result = rotation.rotate();
        return JsonText.JSON
                .createObjectBuilder()
                .add("sealed", result.sealed())
                .add("unreadable", result.unreadable())
                .add("key", result.key())
                .build()
                .toString();
    }
}
