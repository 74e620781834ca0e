package org.fanfare.subscription;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.filter.FilterDialect;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/** The pages that the names of Fanfare's own filter dialects lead to. */
@Path("/filters/{name}")
@Tag(name = "Subscriptions")
@PermitAll
public class FilterPages {

    @GET
    @Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
    @Operation(summary = "Explains a dialect of filters", operationId = "showFilterDialect")
    public String page(@PathParam("name") String name) {
        return FilterDialect.named("/filters/" + name)
                .flatMap(FilterDialect::page)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no dialect /filters/" + name + "."));
    }
}
