package org.fanfare.probe;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The description of the API, where MicroProfile OpenAPI has it, on every server. */
@Path("/openapi")
@Produces({OpenApiResource.YAML, MediaType.APPLICATION_JSON})
@PermitAll
@Tag(name = "Operation")
public class OpenApiResource {

    static final String YAML = "application/yaml";

    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.valueOf(YAML), MediaType.APPLICATION_JSON_TYPE)
            .build();

    /** @param format JSON or YAML, which overrides what the header Accept says */
    @GET
    @Operation(summary = "Describes the API", operationId = "openApi")
    public Response describe(@QueryParam("format") String format, @Context Request request) {
        boolean isJson = format == null
                ? MediaType.APPLICATION_JSON_TYPE.equals(
                        request.selectVariant(FORMS).getMediaType())
                : "json".equalsIgnoreCase(format);
        return isJson
                ? Response.ok(ApiDescription.json(), MediaType.APPLICATION_JSON).build()
                : Response.ok(ApiDescription.yaml(), YAML).build();
    }
}
