package org.fanfare.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Role;
import org.fanfare.subscription.Imported;
import org.fanfare.subscription.Imports;
import org.fanfare.wire.BoundedBody;
import org.fanfare.wire.Query;

/** Takes over the subscriptions of a Pacifica service: rows of its table {@code eventmatch}. */
@Path("/admin/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@RolesAllowed(Role.Named.ADMIN)
public class ImportsResource {

    private static final String CSV = "text/csv";
    private static final String JSON_LINES = "application/x-ndjson";
    private static final int MOST_BYTES = 16 << 20;

    @Inject
    private Imports imports;

    @Inject
    private Caller caller;

    @Inject
    private Admins admins;

    @POST
    @Consumes({CSV, JSON_LINES})
    @Operation(summary = "Takes over subscriptions of a Pacifica service", operationId = "importSubscriptions")
    public ImportView take(@Context UriInfo uri, @Context HttpHeaders headers, InputStream body) throws IOException {
        admins.requireOfServer();
        Query query = new Query(uri);
        String tenant = tenant(query);
        boolean dryRun = isDryRun(query);
        ZoneId zone = zone(query);
        query.check();
        byte[] bytes = BoundedBody.read(headers, body, MOST_BYTES);
        boolean isCsv = MediaType.valueOf(CSV).isCompatible(headers.getMediaType());
        List<MatchRow> rows = isCsv ? MatchRows.ofCsv(bytes, zone) : MatchRows.ofJsonLines(bytes, zone);
        return ImportView.of(dryRun, take(tenant, rows, dryRun));
    }

    private List<ImportView.Row> take(String tenant, List<MatchRow> rows, boolean dryRun) {
        Set<UUID> seen = new HashSet<>();
        List<ImportView.Row> results = new ArrayList<>();
        for (MatchRow row : rows) {
            Imported imported = row.faults().isEmpty()
                    ? imports.take(tenant, row.json(), dryRun)
                    : Imported.refused(row.uuid(), row.faults());
            boolean isNew = imported.result() == Imported.Result.IMPORTED;
            // In a rehearsal the earlier row of the same uuid is not there to be found.
            Imported told = isNew && !seen.add(imported.uuid()) ? Imported.existing(imported.uuid()) : imported;
            results.add(ImportView.Row.of(row.number(), told));
        }
        return results;
    }

    private static boolean isDryRun(Query query) {
        String text = query.text("dry-run").orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            query.refuse("dry-run", "must be true or false.");
        }
        return text.equals("true");
    }

    private static String tenant(Query query) {
        String tenant = query.text("tenant").orElse(Owner.DEFAULT_TENANT);
        return Owner.isTenant(tenant) ? tenant : query.refuse("tenant", "must be the name of a tenant.");
    }

    private static ZoneId zone(Query query) {
        try {
            return query.text("zone").map(ZoneId::of).orElse(ZoneOffset.UTC);
        } catch (DateTimeException unknown) {
            return query.refuse("zone", "must be a time zone such as America/Los_Angeles.");
        }
    }
}
