package org.fanfare.demo;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.audit.ChangesNothing;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.BoundedBody;

/** A target for the quick start: takes deliveries and shows them. The nameless inbox is one like the others. */
@Path("/demo/inbox{name: (/[a-zA-Z0-9._-]{1,64})?}")
@RequestScoped
@Tag(name = "Demo")
@PermitAll
public class InboxResource {

    private static final int MOST_BYTES = 65_536;

    @Inject
    private DemoSettings settings;

    @Inject
    private Inboxes inboxes;

    @Inject
    private Clock clock;

    @PathParam("name")
    private String name;

    @POST
    @ChangesNothing("it is a target")
    @Operation(summary = "Takes a delivery", operationId = "deliverToInbox")
    public void take(InputStream body, @Context HttpHeaders headers) throws IOException {
        checkOpen();
        byte[] bytes = BoundedBody.read(headers, body, MOST_BYTES);
        if (!inboxes.keep(name, new Received(clock.instant(), joined(headers), bytes))) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "There are " + Inboxes.MOST_INBOXES + " inboxes already; DELETE one to make room.");
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Shows what came, newest first", operationId = "showInbox")
    public String show() {
        checkOpen();
        JsonArrayBuilder shown = Json.createArrayBuilder();
        inboxes.in(name).forEach(received -> shown.add(received.json()));
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(shown.build());
        }
        return text.toString().strip() + "\n";
    }

    @DELETE
    @ChangesNothing("it is a target")
    @Operation(summary = "Empties the inbox", operationId = "emptyInbox")
    public void empty() {
        checkOpen();
        inboxes.empty(name);
    }

    private void checkOpen() {
        if (!settings.isInboxOpen()) {
            throw Problem.of(ProblemType.NOT_FOUND, ProblemType.NOT_FOUND.title() + ".");
        }
    }

    private static Map<String, String> joined(HttpHeaders headers) {
        Map<String, String> joined = new HashMap<>();
        for (Map.Entry<String, List<String>> header :
                headers.getRequestHeaders().entrySet()) {
            joined.put(header.getKey(), String.join(", ", header.getValue()));
        }
        return joined;
    }
}
