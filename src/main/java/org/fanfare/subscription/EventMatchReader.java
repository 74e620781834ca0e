package org.fanfare.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.sending.NewTargets;
import org.fanfare.wire.JsonMembers;

/** Reads what the Pacifica wire calls a subscription. May ask a name server, so not within a transaction. */
@ApplicationScoped
public class EventMatchReader {

    @Inject
    private Validator validator;

    @Inject
    private NewTargets targets;

    /** The wish; if anything in it is wrong, a problem that names all of it. */
    EventMatchBody read(JsonMembers members, Class<?>... groups) {
        EventMatchBody wish = EventMatchBody.read(members);
        List<Fault> faults = new ArrayList<>(wish.faults());
        validator
                .validate(wish, groups)
                .forEach(violation -> faults.add(
                        Fault.ofMember(memberOf(violation.getPropertyPath().toString()), violation.getMessage())));
        if (wish.auth() != null) {
            AuthJson.faultsOfPlaces(wish.auth(), targets).forEach(fault -> faults.add(fault.below("/auth")));
        }
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemType.INVALID, withoutRepeats(faults));
        }
        return wish;
    }

    /** A member of the wrong type was read as null, so it may also be reported as missing: the first fault is it. */
    private static List<Fault> withoutRepeats(List<Fault> faults) {
        Set<String> pointers = new TreeSet<>();
        return faults.stream().filter(fault -> pointers.add(fault.pointer())).toList();
    }

    private static String memberOf(String property) {
        return property.equals("targetUrl") ? "target_url" : property;
    }
}
