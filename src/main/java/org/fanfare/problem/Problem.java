package org.fanfare.problem;

import jakarta.ejb.ApplicationException;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;

/**
 * A request that is refused, and why: thrown anywhere behind a resource, answered as {@code application/problem+json}
 * (RFC 9457).
 */
@ApplicationException(rollback = true)
public final class Problem extends RuntimeException {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int RETRY_AFTER_SECONDS = 5;

    private final transient ProblemType type;
    private final transient List<Fault> faults;

    /** Zero if to come again is of no use. */
    private final long retryAfterSeconds;

    private Problem(ProblemType type, String detail, List<Fault> faults) {
        this(type, detail, faults, type == ProblemType.UNAVAILABLE ? RETRY_AFTER_SECONDS : 0);
    }

    private Problem(ProblemType type, String detail, List<Fault> faults, long retryAfterSeconds) {
        super(detail, null, false, false);
        this.type = type;
        this.retryAfterSeconds = retryAfterSeconds;
        this.faults = List.copyOf(faults);
    }

    /** @param detail a sentence about this occurrence, for the caller */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of());
    }

    /** @param faults every fault that was found, at least one */
    public static Problem of(ProblemType type, List<Fault> faults) {
        return new Problem(type, faults.get(0).detail(), faults);
    }

    /** @param wait after which there is room again */
    public static Problem tooMany(Duration wait, String detail) {
        return new Problem(
                ProblemType.TOO_MANY,
                detail,
                List.of(),
                wait.plusNanos(999_999_999).toSeconds());
    }

    public ProblemType type() {
        return type;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** In how many seconds to come again; 0 if that is of no use. */
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** The answer, without the headers that depend on the resource. */
    public Response toResponse() {
        Response.ResponseBuilder answer =
                Response.status(type.status(), type.title()).type(MEDIA_TYPE).entity(text());
        if (retryAfterSeconds > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        }
        if (type == ProblemType.TIMEOUT) {
            // The rest of the body is not waited for (RFC 9110, 15.5.9).
            answer.header("Connection", "close");
        }
        return answer.build();
    }

    /** The body of the answer. */
    public String text() {
        return toJson().toString();
    }

    JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", type.uri().toString())
                .add("title", type.title())
                .add("status", type.status())
                .add("detail", getMessage());
        if (!faults.isEmpty()) {
            JsonArrayBuilder errors = Json.createArrayBuilder();
            faults.forEach(fault -> errors.add(toJson(fault)));
            json.add("errors", errors);
        }
        return json.build();
    }

    private static JsonObjectBuilder toJson(Fault fault) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("pointer", fault.pointer()).add("detail", fault.detail());
        if (fault.position() != null) {
            json.add("position", fault.position()).add("expected", fault.expected());
        }
        return json;
    }
}
