package org.fanfare.probe;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.wire.JsonText;

/**
 * Whether this node lives and is ready, for whatever restarts it and sends it requests: the paths and the form of
 * MicroProfile Health, on every server, whether it has that or not. 503 where something is down.
 */
@Path("/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Operation")
public class ProbeResource {

    /** The process answers. What it depends on is the matter of {@link Ready}: a restart would not bring that back. */
    private static final Check LIVES = Check.up("fanfare");

    @Inject
    private Ready ready;

    @GET
    @Operation(summary = "Tells whether this node lives and is ready", operationId = "health")
    public Response all() {
        return answer(Stream.concat(Stream.of(LIVES), ready.checks().stream()).toList());
    }

    @GET
    @Path("/live")
    @Operation(summary = "Tells whether this node lives", operationId = "liveness")
    public Response live() {
        return answer(List.of(LIVES));
    }

    @GET
    @Path("/ready")
    @Operation(summary = "Tells whether database and queues answer", operationId = "readiness")
    public Response ready() {
        return answer(ready.checks());
    }

    private static Response answer(List<Check> checks) {
        boolean isUp = checks.stream().allMatch(Check::isUp);
        JsonArrayBuilder each = JsonText.JSON.createArrayBuilder();
        checks.forEach(check -> each.add(check.json()));
        return Response.status(isUp ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(JsonText.JSON
                        .createObjectBuilder()
                        .add("status", Check.status(isUp))
                        .add("checks", each)
                        .build()
                        .toString())
                .build();
    }
}
