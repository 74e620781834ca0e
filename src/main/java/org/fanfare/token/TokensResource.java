package org.fanfare.token;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Identity;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Role;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.BoundedBody;
import org.fanfare.wire.JsonMembers;
import org.fanfare.wire.Page;
import org.fanfare.wire.Query;
import org.fanfare.wire.Uuids;

/** The caller's API tokens; to admins, those of their tenant. */
@Path("/tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens")
@RolesAllowed({Role.Named.SUBSCRIBER, Role.Named.PRODUCER, Role.Named.OPERATOR, Role.Named.ADMIN})
public class TokensResource {

    private static final int MOST_BYTES = 16_384;

    @EJB
    private Tokens tokens;

    @Inject
    private KnownTokens known;

    @Inject
    private TokenSettings settings;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Context
    private UriInfo uri;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a token, which is shown this once", operationId = "createToken")
    public Response create(InputStream body, @Context HttpHeaders headers) throws IOException {
        Identity maker = caller.identity().orElseThrow();
        TokenOrder order = TokenOrder.read(JsonMembers.ofBody(BoundedBody.read(headers, body, MOST_BYTES)), maker);
        order.checkFor(maker);
        TokenText text = TokenText.random();
        ApiToken made =
                tokens.create(order.within(settings.longest(), endOf(maker), clock.instant()), text, maker.name());
        return Response.created(
                        uri.getAbsolutePathBuilder().path(made.id().toString()).build())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(TokenView.ofNew(made, text))
                .build();
    }

    @GET
    @Operation(summary = "Lists tokens, newest first, without what is secret", operationId = "listTokens")
    public Response list() {
        Page page = Page.of(uri);
        Query query = new Query(uri);
        String owner = query.text("owner").orElse(caller.is(Role.ADMIN) ? null : caller.name());
        String tenant = query.text("tenant").orElse(caller.tenant());
        if (!isOver(tenant) && !(caller.name().equals(owner) && caller.tenant().equals(tenant))) {
            throw Problem.of(ProblemType.FORBIDDEN, "You may see your own tokens only.");
        }
        return page.answer(uri, tokens.list(tenant, owner, page), TokenView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a token, without what is secret", operationId = "showToken")
    public String get(@PathParam("id") String id) {
        return TokenView.of(visible(id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revokes a token", operationId = "revokeToken")
    public Response revoke(@PathParam("id") String id) {
        ApiToken token = visible(id);
        tokens.revoke(token.id());
        known.forget(token.id());
        return Response.noContent().build();
    }

    private ApiToken visible(String id) {
        return Uuids.read(id)
                .flatMap(tokens::find)
                .filter(token -> isOver(token.tenant()) || isOwn(token))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no token " + id + " that you may see."));
    }

    private boolean isOwn(ApiToken token) {
        return token.tenant().equals(caller.tenant()) && token.owner().equals(caller.name());
    }

    /** Whether the caller is an admin of this tenant. */
    private boolean isOver(String tenant) {
        return caller.is(Role.ADMIN)
                && (caller.tenant().equals(tenant) || caller.tenant().equals(Owner.DEFAULT_TENANT));
    }

    /** When the token ends by which the caller is known; null if it does not, or it was something else. */
    private Instant endOf(Identity maker) {
        return maker.token() == null
                ? null
                : tokens.find(maker.token()).flatMap(ApiToken::expiresAt).orElse(null);
    }
}
