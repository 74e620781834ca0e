package org.fanfare.ui;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Leads whoever asks for nothing in particular to the start page. */
@Path("/")
@PermitAll
public class StartResource {

    @GET
    @Operation(hidden = true)
    public Response start() {
        return Response.seeOther(URI.create("ui/")).build();
    }
}
