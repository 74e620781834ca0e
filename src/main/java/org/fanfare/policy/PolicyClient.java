package org.fanfare.policy;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The Pacifica policy service on the wire. Public because RESTEasy calls it by reflection from outside. */
public interface PolicyClient extends AutoCloseable {

    @Override
    void close();

    /**
     * @param user is percent-encoded as one path segment
     * @param permission left out if it is null
     * @param tenant the user's; left out if it is null
     */
    @POST
    @Path("/events/{user}")
    @Consumes(MediaType.APPLICATION_JSON)
    Response ask(
            @PathParam("user") String user,
            @QueryParam("permission") String permission,
            @QueryParam("tenant") String tenant,
            byte[] event);
}
