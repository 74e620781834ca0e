package org.fanfare.entrance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.fanfare.metrics.Metrics;

/** Counts and logs credentials that were not good. Never what they were, nor whose they claimed to be. */
@ApplicationScoped
public class Refusals {

    private static final Logger LOG = System.getLogger(Refusals.class.getName());
    private static final String REFUSED = "fanfare_credentials_refused";

    @Inject
    private Metrics metrics;

    /** The counter is there from the start, so that a zero is a zero and not a gap. */
    void onStart(@Observes Startup start) {
        metrics.counter(REFUSED);
    }

    void note(Entry.Refused refused, String peer, String operation) {
        metrics.counter(REFUSED).inc();
        LOG.log(
                Level.WARNING,
                "credentials refused peer=%s by=%s operation=%s reason=\"%s\""
                        .formatted(peer, refused.method().wireName(), operation, refused.reason()));
    }
}
