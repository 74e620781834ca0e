package org.fanfare.probe;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Role;
import org.fanfare.delivery.DeliveryGate;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.traffic.BreakerView;
import org.fanfare.wire.WireTime;

/** The hosts that this node delivered to of late, and whether it still does; for operators. */
@Path("/breakers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operation")
@RolesAllowed(Role.Named.OPERATOR)
public class BreakersResource {

    @Inject
    private DeliveryGate gate;

    @Inject
    private Caller caller;

    /**
     * A host and its circuit breaker.
     *
     * @param state closed, open or half-open
     * @param openUntil left out unless it is open
     * @param exchanges in the window, and how many of them failed
     * @param inFlight requests under way
     */
    public record View(
            String host, String state, String since, String openUntil, int exchanges, int failures, int inFlight) {

        static View of(BreakerView breaker) {
            return new View(
                    breaker.host(),
                    breaker.state().wireName(),
                    WireTime.write(breaker.since()),
                    breaker.openUntil() == null ? null : WireTime.write(breaker.openUntil()),
                    breaker.exchanges(),
                    breaker.failures(),
                    breaker.inFlight());
        }
    }

    @GET
    @Operation(summary = "Lists the target hosts and their circuit breakers", operationId = "listBreakers")
    public List<View> list() {
        if (!caller.runsServer()) {
            throw Problem.of(ProblemType.FORBIDDEN, "Only operators of the default tenant may do this.");
        }
        return gate.breakers().stream()
                .sorted(Comparator.comparing(BreakerView::host))
                .map(View::of)
                .toList();
    }
}
