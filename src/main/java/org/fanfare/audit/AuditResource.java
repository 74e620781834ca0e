package org.fanfare.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Role;
import org.fanfare.wire.JsonText;
import org.fanfare.wire.Page;
import org.fanfare.wire.Query;
import org.fanfare.wire.WireTime;

/** What was changed in the caller's tenant, and by whom. */
@Path("/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@RolesAllowed(Role.Named.ADMIN)
public class AuditResource {

    @EJB
    private AuditLog log;

    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "Lists who changed what, newest first", operationId = "listAudit")
    public Response list(@Context UriInfo uri) {
        Query query = new Query(uri);
        AuditQuery wanted = new AuditQuery(
                caller.tenant(),
                query.text("user").orElse(null),
                query.text("operation").orElse(null),
                query.time("since"),
                query.time("until"));
        query.check();
        Page page = Page.of(uri);
        return page.answer(uri, log.list(wanted, page), AuditResource::view);
    }

    private static String view(List<AuditEntry> entries) {
        JsonArrayBuilder array = JsonText.JSON.createArrayBuilder();
        entries.forEach(entry -> array.add(entry.describe(JsonText.JSON
                .createObjectBuilder()
                .add("id", entry.id().toString())
                .add("at", WireTime.write(entry.begunAt())))));
        return array.build().toString();
    }
}
