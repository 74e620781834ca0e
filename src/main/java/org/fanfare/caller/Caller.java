package org.fanfare.caller;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/** Who makes the request in hand. */
@RequestScoped
public class Caller {

    private static final int LONGEST_NAME = 255;

    @Inject
    private CallerSettings settings;

    @Inject
    private HttpServletRequest request;

    /** The name that the proxy in front vouches for, or the default user's where it sends none. */
    public String name() {
        String name = request.getHeader(settings.header());
        if (name == null || name.isBlank()) {
            return settings.defaultUser();
        }
        if (name.length() > LONGEST_NAME) {
            throw Problem.of(
                    ProblemType.MALFORMED,
                    List.of(Fault.ofHeader(settings.header(), "A user's name has at most 255 characters.")));
        }
        return name;
    }

    public boolean isOperator() {
        return settings.operators().contains(name());
    }
}
