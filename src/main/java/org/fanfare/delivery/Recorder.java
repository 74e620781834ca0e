package org.fanfare.delivery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fanfare.database.GroupCommit;

/** Lets workers that are done at the same time record it in one commit. */
@ApplicationScoped
class Recorder {

    private static final int MOST_AT_ONCE = 64;

    @EJB
    private Deliveries deliveries;

    private final GroupCommit<Work, Boolean> commits = new GroupCommit<>(MOST_AT_ONCE, this::recordAll);

    /** {@link Deliveries#record}; must not be called inside a transaction. */
    boolean record(Work work) {
        return commits.submit(work);
    }

    private List<Boolean> recordAll(List<Work> works) {
        return deliveries.recordAll(works);
    }
}
