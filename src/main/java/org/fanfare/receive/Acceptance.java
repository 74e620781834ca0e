package org.fanfare.receive;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.fanfare.database.GroupCommit;
import org.fanfare.event.Accepted;
import org.fanfare.event.EventLog;
import org.fanfare.event.Posting;
import org.fanfare.routing.EventQueue;

/** Stores what requests bring and has it routed; those that come at the same time share a commit and a nudge. */
@ApplicationScoped
public class Acceptance {

    /** As many as share one nudge, where each has one event. */
    private static final int MOST_TOGETHER = 32;

    @EJB
    private EventLog events;

    @Inject
    private EventQueue queue;

    private final GroupCommit<Posting, List<Accepted>> commits = new GroupCommit<>(MOST_TOGETHER, this::commit);

    /**
     * Returns once the events are durable; to nudge them comes after, and may fail without harm.
     *
     * @return one answer per event, in their order
     * @throws jakarta.ejb.EJBException also if another transaction has just stored one of them; call again
     */
    List<Accepted> accept(Posting posting) {
        return commits.submit(posting);
    }

    /** The broker is told after the commit, not inside of it. */
    private List<List<Accepted>> commit(List<Posting> postings) {
        List<List<Accepted>> accepted = events.accept(postings);
        queue.send(accepted.stream()
                .flatMap(List::stream)
                .filter(Accepted::isNew)
                .map(Accepted::id)
                .toList());
        return accepted;
    }
}
