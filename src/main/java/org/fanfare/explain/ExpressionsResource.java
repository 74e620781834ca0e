package org.fanfare.explain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.audit.ChangesNothing;
import org.fanfare.caller.Role;
import org.fanfare.event.Event;
import org.fanfare.event.EventLog;
import org.fanfare.filter.EventFacts;
import org.fanfare.filter.Excerpt;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.filter.Room;
import org.fanfare.filter.Trial;
import org.fanfare.filter.Verdict;
import org.fanfare.history.Sight;
import org.fanfare.jsonpath.Budget;
import org.fanfare.policy.PolicyAnswer;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.routing.MatchingSettings;
import org.fanfare.wire.BoundedBody;

/** Expressions and filters, tried without subscribing. */
@Path("/expressions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
@RolesAllowed({Role.Named.SUBSCRIBER, Role.Named.OPERATOR})
public class ExpressionsResource {

    private static final int MOST_BYTES_OF_VALUES = 65_536;

    @EJB
    private EventLog events;

    @Inject
    private Clearance clearance;

    @Inject
    private ExpressionSettings expressions;

    @Inject
    private MatchingSettings matching;

    @Inject
    private ExplainSettings settings;

    @POST
    @ChangesNothing("it only tries")
    @Path("/test")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tries an expression on a document or an event", operationId = "testExpression")
    public TestedView test(@Context HttpHeaders headers, InputStream body) throws IOException {
        Question question = new QuestionReader(expressions).read(BoundedBody.read(headers, body, settings.maxBytes()));
        EventFacts facts = question.eventId() == null
                ? SampleFacts.of(question.document())
                : visible(question.eventId()).cloudEvent().facts();
        Budget budget = matching.full(facts.document());
        long start = System.nanoTime();
        Verdict verdict = question.filter().test(facts, budget);
        long micros = (System.nanoTime() - start) / 1000;
        Excerpt values = values(new Trial(question.filter()), verdict, facts);
        return TestedView.of(question.dialect(), verdict, values, budget.spent(), micros);
    }

    /** Null if the filter is of a language that selects nothing. */
    private Excerpt values(Trial trial, Verdict verdict, EventFacts facts) {
        if (!verdict.isMatch()) {
            return trial.isSelecting() ? Excerpt.EMPTY : null;
        }
        Room room = new Room(Excerpt.MOST, MOST_BYTES_OF_VALUES);
        return trial.values(facts, () -> matching.full(facts.document()), room).orElse(null);
    }

    /** The event, if the caller has it already, or the policy lets him see it; to be owed it is not enough. */
    private Event visible(UUID id) {
        Event event = events.stored(id).orElseThrow(() -> unknown(id));
        Sight sight = clearance.ofCaller(event);
        if (sight == Sight.ALL) {
            return event;
        }
        if (sight != Sight.OUTLINE) {
            throw unknown(id);
        }
        PolicyAnswer answer = clearance.policyOfCaller(event);
        if (answer instanceof PolicyAnswer.Unavailable) {
            throw Problem.of(
                    ProblemType.UNAVAILABLE,
                    "Nobody can tell now whether you may see this event: " + answer.summary() + ".");
        }
        if (answer instanceof PolicyAnswer.Refused) {
            throw unknown(id);
        }
        return event;
    }

    private static Problem unknown(UUID id) {
        return Problem.of(ProblemType.NOT_FOUND, "There is no event " + id + " that you may see.");
    }
}
