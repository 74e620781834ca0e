package org.fanfare.subscription;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Reach;
import org.fanfare.caller.Role;
import org.fanfare.delivery.HeldDeliveries;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.BoundedBody;
import org.fanfare.wire.JsonText;
import org.fanfare.wire.Page;
import org.fanfare.wire.Query;
import org.fanfare.wire.Uuids;

/**
 * The subscriptions of the caller by the CloudEvents Subscriptions API. They are the same that {@code /eventmatch} shows,
 * as far as its form can hold them.
 */
@Path("/subscriptions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
@RolesAllowed(Role.Named.SUBSCRIBER)
public class SubscriptionsResource {

    private static final int MOST_BYTES = 1_048_576;
    private static final int MOST_COUNTED = 10_000;
    private static final int AT_ONCE = 100;

    @EJB
    private Subscriptions subscriptions;

    @Inject
    private SubscriptionCounts counts;

    @EJB
    private HeldDeliveries held;

    @Inject
    private SubscriptionReader reader;

    @Inject
    private Caller caller;

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Subscribes, with filters", operationId = "createCloudEventsSubscription")
    public Response create(InputStream body) throws IOException {
        SubscriptionBody wish = read(body);
        counts.refuseOneTooMany(caller.owner());
        Subscription created = subscriptions.create(caller.owner(), wish);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(created.id().toString())
                        .build())
                .entity(SubscriptionView.withNewSecrets(created))
                .build();
    }

    @GET
    @Operation(
            summary = "Lists the caller's subscriptions, with their filters",
            operationId = "listCloudEventsSubscriptions")
    public Response list() {
        Page page = Page.of(uri);
        return page.answer(uri, subscriptions.list(Reach.of(caller.owner()), page), SubscriptionView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a subscription, with its filters", operationId = "showCloudEventsSubscription")
    public String get(@PathParam("id") String id) {
        return Uuids.read(id)
                .flatMap(uuid -> subscriptions.find(caller.owner(), uuid))
                .map(found -> SubscriptionView.of(found, held.count(found.id(), MOST_COUNTED)))
                .orElseThrow(() -> unknown(id));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces a subscription", operationId = "replaceCloudEventsSubscription")
    public String replace(@PathParam("id") String id, InputStream body) throws IOException {
        SubscriptionBody wish = read(body);
        return Uuids.read(id)
                .flatMap(uuid -> subscriptions.replace(caller.owner(), uuid, wish))
                .map(SubscriptionView::withNewSecrets)
                .orElseThrow(() -> unknown(id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Deletes a subscription", operationId = "deleteCloudEventsSubscription")
    public Response delete(@PathParam("id") String id) {
        if (Uuids.read(id)
                .filter(uuid -> subscriptions.delete(caller.owner(), uuid))
                .isEmpty()) {
            throw unknown(id);
        }
        return Response.noContent().build();
    }

    @DELETE
    @RolesAllowed({Role.Named.SUBSCRIBER, Role.Named.OPERATOR})
    @Operation(
            summary = "Deletes all subscriptions of the caller, or of the owner that an operator names",
            operationId = "deleteAllCloudEventsSubscriptions")
    public String deleteAll() {
        Owner owner = ownerToBeRid();
        int deleted = 0;
        List<UUID> some;
        do {
            some = subscriptions.deletable(owner, AT_ONCE);
            deleted += (int)
                    some.stream().filter(id -> subscriptions.delete(owner, id)).count();
        } while (!some.isEmpty());
        return JsonText.JSON
                .createObjectBuilder()
                .add("deleted", deleted)
                .build()
                .toString();
    }

    /** A parameter that is misspelt must not mean the caller. */
    private Owner ownerToBeRid() {
        Query query = new Query(uri);
        uri.getQueryParameters().keySet().stream()
                .filter(name -> !name.equals("owner"))
                .forEach(name -> query.refuse(name, "is not known. There is owner."));
        query.check();
        Owner owner = new Owner(caller.tenant(), query.text("owner").orElseGet(caller::name));
        if (!caller.sees(owner)) {
            throw Problem.of(ProblemType.FORBIDDEN, "Forbidden");
        }
        return owner;
    }

    @OPTIONS
    @PermitAll
    @Operation(summary = "Names the methods of the list", operationId = "listMethods")
    public Response options() {
        return Response.ok()
                .header(HttpHeaders.ALLOW, "GET, HEAD, POST, DELETE, OPTIONS")
                .build();
    }

    @OPTIONS
    @PermitAll
    @Path("/{id}")
    @Operation(summary = "Names the methods of a subscription", operationId = "listSubscriptionMethods")
    public Response optionsOfOne(@PathParam("id") String id) {
        return Response.ok()
                .header(HttpHeaders.ALLOW, "GET, HEAD, PUT, DELETE, OPTIONS")
                .build();
    }

    private SubscriptionBody read(InputStream body) throws IOException {
        return reader.read(BoundedBody.read(headers, body, MOST_BYTES));
    }

    private static Problem unknown(String id) {
        return Problem.of(ProblemType.NOT_FOUND, "There is no subscription " + id + " of yours.");
    }
}
