package org.fanfare.explain;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.event.Event;
import org.fanfare.event.EventArchive;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.subscription.Subscription;
import org.fanfare.subscription.Subscriptions;
import org.fanfare.wire.JsonText;
import org.fanfare.wire.Query;
import org.fanfare.wire.TimeOrderedId;
import org.fanfare.wire.Uuids;
import org.fanfare.wire.WireTime;

/** Which past events one of the caller's subscriptions would have matched. */
@Path("/eventmatch/{uuid}/would-have-matched")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
public class WouldHaveMatchedResource {

    private static final int MOST_MATCHES = 1000;
    private static final int USUAL_MATCHES = 100;
    private static final int MOST_COUNTED = 100_000;

    /** Above all ids that are ordered by time. */
    private static final UUID HIGHEST = new UUID(Long.MAX_VALUE, -1L);

    @EJB
    private Subscriptions subscriptions;

    @EJB
    private EventArchive archive;

    @Inject
    private LookBack lookBack;

    @Inject
    private Caller caller;

    @GET
    @Operation(
            summary = "Lists past events that a subscription would have matched, newest first",
            operationId = "listWouldHaveMatched")
    public String list(@PathParam("uuid") String uuid, @Context UriInfo uri) {
        Subscription subscription = subscriptions
                .find(caller.name(), Uuids.ofPath(uuid))
                .orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN, "Forbidden"));
        Query query = new Query(uri);
        Instant since = query.time("since");
        Instant until = query.time("until");
        int limit = query.number("limit", 1, MOST_MATCHES, USUAL_MATCHES);
        UUID before = query.text("before")
                .map(text -> Continuation.read(text)
                        .orElseGet(() -> query.refuse("before", "must be what an answer had as next.")))
                .orElse(null);
        query.check();
        UUID least = TimeOrderedId.lowest(Objects.requireNonNullElse(since, Instant.EPOCH));
        UUID below = until == null ? HIGHEST : TimeOrderedId.lowest(until);
        UUID from = before == null || before.compareTo(below) > 0 ? below : before;
        Scanned scanned = lookBack.over(subscription, least, from, limit);
        return json(scanned, archive.count(least, below, MOST_COUNTED + 1)).toString();
    }

    private static JsonObject json(Scanned scanned, int counted) {
        JsonObjectBuilder json = JsonText.JSON
                .createObjectBuilder()
                .add("matched", json(scanned.matched()))
                .add("scanned", scanned.scanned())
                .add("of", Math.min(counted, MOST_COUNTED))
                .add("of_is_least", counted > MOST_COUNTED)
                .add("undecided", scanned.undecided())
                .add("faults", scanned.faults());
        if (scanned.lastFault() != null) {
            json.add("last_fault", scanned.lastFault());
        }
        json.add("complete", scanned.isComplete());
        if (!scanned.isComplete() && scanned.last() != null) {
            json.add("next", Continuation.of(scanned.last()));
        }
        return json.build();
    }

    private static JsonArrayBuilder json(List<Event> matched) {
        JsonArrayBuilder array = JsonText.JSON.createArrayBuilder();
        matched.forEach(event -> array.add(JsonText.JSON
                .createObjectBuilder()
                .add("event", event.id().toString())
                .add("type", event.cloudEvent().type())
                .add("source", event.cloudEvent().source())
                .add("received", WireTime.write(event.receivedAt()))));
        return array;
    }
}
