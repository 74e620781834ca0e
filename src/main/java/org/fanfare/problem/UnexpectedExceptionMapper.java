package org.fanfare.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/**
 * The last resort: a bug or broken infrastructure behind a resource. It is logged here, once, under an incident id that
 * the caller is told; nothing of the cause leaves the server.
 */
@Provider
public class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(UnexpectedExceptionMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        UUID incident = UUID.randomUUID();
        LOG.log(Level.ERROR, "request failed incident=" + incident, thrown);
        return Problem.of(ProblemType.INTERNAL, "The request failed; the log has it as incident " + incident + ".")
                .toResponse();
    }
}
