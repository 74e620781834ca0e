package org.fanfare.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The pages that the {@code type} URIs of problems lead to. */
@Path("/problems/{slug}")
@Tag(name = "Problems")
@PermitAll
public class ProblemPages {

    @GET
    @Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
    @Operation(summary = "Says what a type of problem means", operationId = "showProblemType")
    public String page(@PathParam("slug") String slug) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .map(type -> type.status() + " " + type.title() + "\n\n" + type.explanation() + "\n")
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no problem type " + slug + "."));
    }
}
