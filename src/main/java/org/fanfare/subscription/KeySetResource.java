package org.fanfare.subscription;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.wire.JsonText;

/** The public keys that receivers verify signatures of the scheme v1a with (RFC 7517, RFC 8037). Says nobody's name. */
@Path("/.well-known/jwks.json")
@Tag(name = "Subscriptions")
@PermitAll
public class KeySetResource {

    private static final int MOST = 1000;

    @EJB
    private PublishedKeys keys;

    @Inject
    private Clock clock;

    @GET
    @Produces("application/jwk-set+json")
    @Operation(summary = "Publishes the keys that verify deliveries", operationId = "showKeySet")
    public Response keySet(@QueryParam("kid") String keyId) {
        Instant now = clock.instant();
        List<PublishedKey> found = keyId == null ? keys.live(now, MOST) : keys.live(now, keyId);
        // One key may have been given to several subscriptions.
        Set<JsonObject> distinct = new LinkedHashSet<>();
        found.forEach(key -> distinct.add(key.webKey()));
        JsonArrayBuilder array = JsonText.JSON.createArrayBuilder();
        distinct.forEach(array::add);
        return Response.ok(JsonText.JSON
                        .createObjectBuilder()
                        .add("keys", array)
                        .build()
                        .toString())
                .header(HttpHeaders.CACHE_CONTROL, "max-age=60")
                .build();
    }
}
