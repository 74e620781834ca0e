package org.fanfare.guard;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/** The first to see a request and the last to touch its answer. In web.xml, as the order of annotated filters is not defined. */
public class GuardFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String ALL_METHODS = "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE";
    private static final int LONGEST_QUERY = 8192;
    private static final int MOST_PARAMETERS = 100;

    @Inject
    private transient GuardSettings settings;

    @Inject
    private transient Patience patience;

    private transient CrossOrigin crossOrigin;

    @Override
    public void init() {
        crossOrigin = new CrossOrigin(settings);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SecurityHeaders.put(request, response);
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Problem> refusal = refusal(request);
        if (refusal.isPresent()) {
            answer(refusal.get(), response);
        } else if (!crossOrigin.answer(request, response)) {
            pass(request, response, chain);
        }
    }

    private Optional<Problem> refusal(HttpServletRequest request) {
        String method = request.getMethod();
        if (!READING.contains(method) && !CHANGING.contains(method)) {
            return Optional.of(Problem.of(ProblemType.METHOD_NOT_ALLOWED, "No resource here has this method."));
        }
        String query = request.getQueryString();
        if (query != null && (query.length() > LONGEST_QUERY || parameters(query) > MOST_PARAMETERS)) {
            return Optional.of(Problem.of(
                    ProblemType.MALFORMED,
                    "A query has at most " + MOST_PARAMETERS + " parameters and " + LONGEST_QUERY + " characters."));
        }
        if (CHANGING.contains(method)
                && !settings.origins()
                        .letChange(
                                request.getHeader("Sec-Fetch-Site"),
                                request.getHeader("Origin"),
                                request.getHeader("Host"))) {
            return Optional.of(Problem.of(
                    ProblemType.CROSS_SITE,
                    "Pages of other sites change nothing here, unless fanfare.cors.origins names their origin."));
        }
        return Optional.empty();
    }

    private static long parameters(String query) {
        return query.chars().filter(each -> each == '&').count() + 1;
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (Visit reading = patience.visit();
                Visit writing = patience.visit()) {
            PatientResponse patient = new PatientResponse(response, writing);
            chain.doFilter(new PatientRequest(request, reading), patient);
            patient.finish();
        } catch (Problem problem) {
            // The body broke off, or was too slow, before any resource was chosen.
            if (response.isCommitted()) {
                throw problem;
            }
            answer(problem, response);
        }
    }

    private static void answer(Problem problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.type().status());
        response.setContentType(Problem.MEDIA_TYPE);
        if (problem.type() == ProblemType.METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", ALL_METHODS);
        }
        if (problem.type() == ProblemType.TIMEOUT) {
            response.setHeader("Connection", "close");
        }
        response.getOutputStream().write(problem.text().getBytes(StandardCharsets.UTF_8));
    }
}
