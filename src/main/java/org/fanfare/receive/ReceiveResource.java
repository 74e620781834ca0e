package org.fanfare.receive;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.audit.ChangesNothing;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Role;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.event.Accepted;
import org.fanfare.event.CloudEventReader;
import org.fanfare.event.Form;
import org.fanfare.event.Posting;
import org.fanfare.event.Reading;
import org.fanfare.metrics.Metrics;
import org.fanfare.problem.Incident;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.tenant.TenantSettings;
import org.fanfare.wire.AllowedMethods;
import org.fanfare.wire.BoundedBody;

/** The door for producers: CloudEvents over HTTP, and the requests that the Pacifica service takes. */
@Path("/receive")
@ApplicationScoped
@AllowedMethods("OPTIONS, POST")
@Tag(name = "Events")
@RolesAllowed(Role.Named.PRODUCER)
public class ReceiveResource {

    private static final Logger LOG = System.getLogger(ReceiveResource.class.getName());

    @Inject
    private Acceptance acceptance;

    @Inject
    private ReceiveSettings settings;

    @Inject
    private ReceiveRates rates;

    @Inject
    private TenantSettings tenants;

    @Inject
    private Caller caller;

    @Inject
    private Metrics metrics;

    /** Answers once the events are durable. */
    @POST
    @ChangesNothing("events are in the log of events")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(summary = "Accepts one event or a batch", operationId = "receive")
    public Response receive(@Context HttpHeaders headers, InputStream body) throws IOException {
        String tenant = caller.tenant();
        rates.admit(tenant);
        int maxBytes = Math.min(settings.maxBytes(), tenants.of(tenant).maxBytes());
        return CloudEventReader.read(
                        headers.getHeaderString(HttpHeaders.CONTENT_TYPE),
                        headers.getRequestHeaders(),
                        BoundedBody.read(headers, body, maxBytes))
                .fold(
                        this::receive,
                        refused -> Problem.of(ProblemType.MALFORMED, refused.faults())
                                .toResponse(),
                        unsupported -> Problem.of(
                                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                                        "No events are read from " + unsupported.mediaType() + ".")
                                .toResponse());
    }

    /** The handshake of the CloudEvents webhook specification, section 4. */
    @OPTIONS
    @PermitAll
    @Operation(summary = "Answers the CloudEvents webhook handshake", operationId = "handshake")
    public Response handshake(@Context HttpHeaders headers) {
        Response.ResponseBuilder answer = Response.ok();
        String origin = headers.getHeaderString("WebHook-Request-Origin");
        if (origin != null) {
            answer.header("WebHook-Allowed-Origin", origin).header("WebHook-Allowed-Rate", settings.allowedRate());
        }
        return answer.build();
    }

    private Response receive(Reading.Read read) {
        rates.count(caller.tenant(), read.events().size());
        List<Accepted> accepted = accept(read);
        metrics.counter("fanfare_events_received").inc(accepted.size());
        return answer(read, accepted);
    }

    private List<Accepted> accept(Reading.Read read) {
        Posting posting = new Posting(read.events(), caller.owner());
        try {
            return acceptance.accept(posting);
        } catch (EJBException perhapsAtTheSameTime) {
            // Another request may have stored the same event between look and insert; then it is found now.
            return acceptAgain(posting);
        }
    }

    private List<Accepted> acceptAgain(Posting posting) {
        try {
            return acceptance.accept(posting);
        } catch (EJBException notStored) {
            Incident incident = Incident.log(LOG, "event not stored", notStored);
            throw Problem.of(
                    ProblemType.UNAVAILABLE, "The event could not be stored, send it again. " + incident.sentence());
        }
    }

    private static Response answer(Reading.Read read, List<Accepted> accepted) {
        if (read.form() == Form.BATCH) {
            JsonArrayBuilder ids = Json.createArrayBuilder();
            accepted.forEach(event -> ids.add(event.id().toString()));
            return accepted(Json.createObjectBuilder().add("ids", ids)).build();
        }
        String id = accepted.get(0).id().toString();
        if (isOriginalForm(read)) {
            return Response.ok(id, "text/plain;charset=utf-8").build();
        }
        return accepted(Json.createObjectBuilder().add("id", id))
                .location(URI.create("events/" + id))
                .build();
    }

    /** The request as Pacifica's producers send it, who expect the Pacifica service's answer. */
    private static boolean isOriginalForm(Reading.Read read) {
        return read.form() == Form.PLAIN_JSON && read.events().get(0).specVersion() == SpecVersion.V0_1;
    }

    private static Response.ResponseBuilder accepted(JsonObjectBuilder body) {
        return Response.accepted(body.build().toString()).type(MediaType.APPLICATION_JSON);
    }
}
