package org.fanfare.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;

/**
 * The last resort: a bug or broken infrastructure behind a resource. It becomes an {@link Incident} of which the
 * caller is told; nothing of the cause leaves the server.
 */
@Provider
public class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(UnexpectedExceptionMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        Incident incident = Incident.log(LOG, "request failed", thrown);
        return Problem.of(ProblemType.INTERNAL, "The request failed. " + incident.sentence())
                .toResponse();
    }
}
