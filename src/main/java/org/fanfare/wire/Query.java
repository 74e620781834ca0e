package org.fanfare.wire;

import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/** The query parameters of a request, read one by one; what is wrong with them is told at once. */
public final class Query {

    private final UriInfo uri;
    private final List<Fault> faults = new ArrayList<>();

    public Query(UriInfo uri) {
        this.uri = uri;
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(uri.getQueryParameters().getFirst(name));
    }

    /** A time; null if the parameter is not there, or is none. */
    public Instant time(String name) {
        try {
            return text(name).map(WireTime::read).orElse(null);
        } catch (DateTimeException malformed) {
            return refuse(name, "must be an ISO 8601 time such as 2026-01-31T12:00:00.");
        }
    }

    /** A whole number; {@code absent} if the parameter is not there, or is none. */
    public int number(String name, int least, int most, int absent) {
        try {
            int number = text(name).map(Integer::parseInt).orElse(absent);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // a fault, as a number out of range is
        }
        refuse(name, "must be a whole number from " + least + " to " + most + ".");
        return absent;
    }

    /** Notes that a parameter is wrong, for which there is no value then. */
    public <T> T refuse(String name, String predicate) {
        faults.add(new Fault("query:" + name, name + " " + predicate));
        return null;
    }

    /** To be called once all were read: if any was wrong, that is a problem for the caller. */
    public void check() {
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemType.MALFORMED, faults);
        }
    }
}
