package org.fanfare.probe;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.metrics.Metrics;

/** What this node counts and measures, for Prometheus and whatever reads its formats. */
@Path("/metrics")
@RequestScoped
@Produces({MediaType.TEXT_PLAIN, "application/openmetrics-text"})
@PermitAll
@Tag(name = "Operation")
public class MetricsResource {

    @Inject
    private Metrics metrics;

    @GET
    @Operation(summary = "Shows the metrics of this node", operationId = "metrics")
    public Response show(@HeaderParam(HttpHeaders.ACCEPT) String accept) {
        Metrics.Exposition shown = metrics.show(accept);
        return Response.ok(shown.bytes(), shown.contentType()).build();
    }
}
