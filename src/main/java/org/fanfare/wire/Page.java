package org.fanfare.wire;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/**
 * The part of a list that a request asks for, by {@code limit} and {@code offset}.
 *
 * @param limit most entries to answer, 1 to {@link #MOST}
 * @param offset entries to leave out first, 0 or more
 */
public record Page(int limit, int offset) {

    /** The most entries that one answer holds. */
    public static final int MOST = 1000;

    /** Reads the query parameters; a list that is asked for without them gives its first {@link #MOST} entries. */
    public static Page of(UriInfo uri) {
        List<Fault> faults = new ArrayList<>();
        int limit = number(uri, "limit", 1, MOST, MOST, faults);
        int offset = number(uri, "offset", 0, Integer.MAX_VALUE - MOST - 1, 0, faults);
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemType.MALFORMED, faults);
        }
        return new Page(limit, offset);
    }

    /** How many entries to fetch so as to know whether there are more. */
    public int fetch() {
        return limit + 1;
    }

    /**
     * The answer: the fetched entries, without the one too many, as {@code view} writes them, and where there are pages
     * around this one a {@code Link} header (RFC 8288) to them.
     *
     * @param fetched what {@link #fetch()} entries came to
     */
    public <T> Response answer(UriInfo uri, List<T> fetched, Function<List<T>, ?> view) {
        boolean hasMore = fetched.size() > limit;
        Response.ResponseBuilder answer = Response.ok(view.apply(hasMore ? fetched.subList(0, limit) : fetched));
        List<String> links = new ArrayList<>();
        if (offset > 0) {
            links.add(link(uri, Math.max(0, offset - limit), "prev"));
        }
        if (hasMore) {
            links.add(link(uri, offset + limit, "next"));
        }
        return links.isEmpty()
                ? answer.build()
                : answer.header(HttpHeaders.LINK, String.join(", ", links)).build();
    }

    private String link(UriInfo uri, int otherOffset, String relation) {
        return "<"
                + uri.getRequestUriBuilder()
                        .replaceQueryParam("limit", limit)
                        .replaceQueryParam("offset", otherOffset)
                        .build()
                + ">; rel=\"" + relation + "\"";
    }

    private static int number(UriInfo uri, String name, int least, int most, int absent, List<Fault> faults) {
        String text = uri.getQueryParameters().getFirst(name);
        if (text == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // a fault, as a number out of range is
        }
        faults.add(new Fault("query:" + name, name + " must be a whole number from " + least + " to " + most + "."));
        return absent;
    }
}
