package org.fanfare.subscription;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.groups.Default;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.audit.Made;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Reach;
import org.fanfare.caller.Role;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.AllowedMethods;
import org.fanfare.wire.BoundedBody;
import org.fanfare.wire.JsonMembers;
import org.fanfare.wire.Page;
import org.fanfare.wire.Uuids;

/**
 * The subscriptions of the caller on the Pacifica wire. A subscription that is not his, is deleted, or never was, is
 * answered with one and the same 403.
 */
@Path("/eventmatch")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@AllowedMethods("DELETE, GET, HEAD, POST, PUT")
@Tag(name = "Subscriptions")
@RolesAllowed(Role.Named.SUBSCRIBER)
public class EventMatchResource {

    private static final String BY_QUERY = "event_uuid";
    private static final int MOST_BYTES = 1_048_576;

    @EJB
    private Subscriptions subscriptions;

    @Inject
    private SubscriptionCounts counts;

    @Inject
    private SampleDelivery sampleDelivery;

    @Inject
    private Caller caller;

    @Inject
    private Made made;

    @Inject
    private EventMatchReader reader;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @POST
    @Operation(summary = "Subscribes", operationId = "subscribe")
    public Response create(InputStream body) throws IOException {
        refuseQueryParametersBut(Set.of());
        EventMatchBody wish = read(body, EventMatchBody.Create.class, Default.class);
        refuseChosenId(wish);
        counts.refuseOneTooMany(caller.owner());
        Subscription created = subscriptions.create(caller.owner(), wish);
        if (created.deleted().isPresent()) {
            throw notYours();
        }
        made.is("/eventmatch/" + created.id());
        return Response.ok(EventMatchView.withSecrets(created)).build();
    }

    @GET
    @Operation(summary = "Lists the caller's subscriptions", operationId = "listSubscriptions")
    public Response list() {
        refuseQueryParametersBut(Set.of("limit", "offset", BY_QUERY));
        if (uri.getQueryParameters().containsKey(BY_QUERY)) {
            return get(uri.getQueryParameters().getFirst(BY_QUERY));
        }
        Page page = Page.of(uri);
        return page.answer(uri, subscriptions.list(Reach.of(caller.owner()), page), EventMatchView::masked);
    }

    @GET
    @Path("/{uuid}")
    @Operation(summary = "Shows a subscription", operationId = "showSubscription")
    public Response get(@PathParam("uuid") String uuid) {
        Subscription found =
                subscriptions.find(caller.owner(), Uuids.ofPath(uuid)).orElseThrow(EventMatchResource::notYours);
        return Response.ok(EventMatchView.masked(found)).build();
    }

    @PUT
    @Path("/{uuid}")
    @Operation(summary = "Changes what the body names", operationId = "changeSubscription")
    public Response change(@PathParam("uuid") String uuid, InputStream body) throws IOException {
        UUID id = Uuids.ofPath(uuid);
        EventMatchBody wish = read(body, Default.class);
        refuseNewIdentity(id, wish);
        Subscription changed = subscriptions
                .change(caller.owner(), id, wish)
                .filter(subscription -> subscription.deleted().isEmpty())
                .orElseThrow(EventMatchResource::notYours);
        return Response.ok(wish.has("auth") ? EventMatchView.withSecrets(changed) : EventMatchView.masked(changed))
                .build();
    }

    @DELETE
    @Path("/{uuid}")
    @Operation(summary = "Deletes a subscription", operationId = "deleteSubscription")
    public Response delete(@PathParam("uuid") String uuid) {
        if (!subscriptions.delete(caller.owner(), Uuids.ofPath(uuid))) {
            throw notYours();
        }
        return Response.ok("").build();
    }

    @POST
    @Path("/{uuid}/test")
    @Operation(
            summary = "Sends a sample event to the target and reports what came back",
            operationId = "testSubscription")
    public Response test(@PathParam("uuid") String uuid) {
        Subscription found =
                subscriptions.find(caller.owner(), Uuids.ofPath(uuid)).orElseThrow(EventMatchResource::notYours);
        return Response.ok(sampleDelivery.to(found).toString()).build();
    }

    @PUT
    @Operation(hidden = true)
    public Response changeByQuery(InputStream body) throws IOException {
        return change(idParameter(), body);
    }

    @DELETE
    @Operation(hidden = true)
    public Response deleteByQuery() {
        return delete(idParameter());
    }

    @POST
    @Path("/{uuid}")
    @Operation(hidden = true)
    public Response createBelow() {
        throw Problem.of(ProblemType.NOT_FOUND, "Nothing matches the given URI");
    }

    @PATCH
    @PermitAll
    @Operation(hidden = true)
    public Response patch() {
        throw methodNotAllowed();
    }

    @PATCH
    @PermitAll
    @Path("/{uuid}")
    @Operation(hidden = true)
    public Response patchBelow() {
        throw methodNotAllowed();
    }

    @OPTIONS
    @PermitAll
    @Operation(hidden = true)
    public Response options() {
        throw methodNotAllowed();
    }

    @OPTIONS
    @PermitAll
    @Path("/{uuid}")
    @Operation(hidden = true)
    public Response optionsBelow() {
        throw methodNotAllowed();
    }

    private EventMatchBody read(InputStream body, Class<?>... groups) throws IOException {
        MediaType type = headers.getMediaType();
        if (type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE) && !type.isWildcardType()) {
            throw Problem.of(ProblemType.MALFORMED, "Unexpected body parameters: send JSON.");
        }
        return reader.read(JsonMembers.ofBody(BoundedBody.read(headers, body, MOST_BYTES)), groups);
    }

    /** Ids are one of a kind across tenants: one that is taken would tell that it is. */
    private void refuseChosenId(EventMatchBody wish) {
        if (wish.uuid() != null && !Owner.isDefault(caller.tenant())) {
            throw Problem.of(
                    ProblemType.INVALID,
                    List.of(Fault.ofMember("uuid", "uuid cannot be chosen in this tenant; leave it out.")));
        }
    }

    /** Ownership does not move: a subscription given away would bring the new owner's events to the old one's target. */
    private void refuseNewIdentity(UUID id, EventMatchBody wish) {
        List<Fault> faults = new ArrayList<>();
        if (wish.uuid() != null && !wish.uuid().equals(id)) {
            faults.add(Fault.ofMember("uuid", "uuid cannot be changed."));
        }
        if (wish.user() != null && !wish.user().equals(caller.name())) {
            faults.add(Fault.ofMember("user", "user cannot be changed."));
        }
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemType.INVALID, faults);
        }
    }

    private void refuseQueryParametersBut(Set<String> known) {
        Set<String> unknown = new TreeSet<>(uri.getQueryParameters().keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw Problem.of(
                    ProblemType.NOT_FOUND, "Unexpected query string parameters: " + String.join(", ", unknown));
        }
    }

    private String idParameter() {
        String uuid = uri.getQueryParameters().getFirst(BY_QUERY);
        if (uuid == null) {
            throw Problem.of(ProblemType.NOT_FOUND, "Missing parameters: event_uuid");
        }
        return uuid;
    }

    private static Problem notYours() {
        return Problem.of(ProblemType.FORBIDDEN, "Forbidden");
    }

    private static Problem methodNotAllowed() {
        return Problem.of(ProblemType.METHOD_NOT_ALLOWED, "The methods are those that the header Allow names.");
    }
}
