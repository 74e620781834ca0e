package org.fanfare.replay;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Role;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.Page;
import org.fanfare.wire.Uuids;

/** The caller's jobs; to operators, everybody's. */
@Path("/jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Replay")
@RolesAllowed({Role.Named.SUBSCRIBER, Role.Named.OPERATOR})
public class JobsResource {

    @EJB
    private Jobs jobs;

    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Lists jobs, newest first", operationId = "listJobs")
    public Response list(@Context UriInfo uri) {
        Page page = Page.of(uri);
        return page.answer(
                uri,
                jobs.list(caller.reach(), page),
                shown -> shown.stream().map(JobView::of).toArray(JobView[]::new));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a job and how far it is", operationId = "showJob")
    public JobView get(@PathParam("id") String id) {
        return JobView.of(visible(id));
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "Ends a job before its next step", operationId = "cancelJob")
    public JobView cancel(@PathParam("id") String id) {
        Job job = visible(id);
        return jobs.cancel(job.id())
                .map(JobView::of)
                .orElseThrow(() -> Problem.of(ProblemType.CONFLICT, "The job has ended."));
    }

    private Job visible(String id) {
        return Uuids.read(id)
                .flatMap(jobs::find)
                .filter(job -> caller.sees(job.owner()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no job " + id + " that you may see."));
    }
}
