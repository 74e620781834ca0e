package org.fanfare.policy;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The Pacifica policy service on the wire. Public because RESTEasy calls it by reflection from outside. */
public interface PolicyClient extends AutoCloseable {

    @Override
    void close();

    /** Needs {@link QuestionOnTheWire}, which says where the question goes and what is its body. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Response ask(Question question);
}
