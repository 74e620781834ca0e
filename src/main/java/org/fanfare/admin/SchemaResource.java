package org.fanfare.admin;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Role;
import org.fanfare.database.DatabaseSettings;
import org.fanfare.database.Schema;
import org.fanfare.database.SchemaVersion;

/**
 * Which version the schema has. It is only shown: a server that runs has seen to it at its start, and the command
 * {@code dbsync} does so without a server.
 */
@Path("/admin/schema")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@RolesAllowed(Role.Named.ADMIN)
public class SchemaResource {

    @Resource(lookup = "java:comp/env/jdbc/fanfare")
    private DataSource dataSource;

    @Inject
    private DatabaseSettings settings;

    @Inject
    private Admins admins;

    /**
     * The versions side by side.
     *
     * @param stored that of the database
     * @param needed the one that this Fanfare was made for
     * @param current whether they are the same, and the schema is whole
     * @param fault why it cannot be brought to that version; left out if it can
     */
    public record View(String stored, String needed, boolean current, String fault) {}

    @GET
    @Operation(summary = "Shows the version of the database's schema", operationId = "showSchema")
    public View get() {
        admins.requireOfServer();
        SchemaVersion version = new Schema(dataSource, settings).version();
        return new View(version.stored(), version.needed(), version.isCurrent(), version.fault());
    }
}
