package org.fanfare.entrance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts and logs credentials that were not good. Never what they were, nor whose they claimed to be. */
@ApplicationScoped
public class Refusals {

    private static final Logger LOG = System.getLogger(Refusals.class.getName());
    private static final String REFUSED = "fanfare_credentials_refused";

    @Inject
    private MetricRegistry registry;

    /** The counters are there from the start, so that a zero is a zero and not a gap. */
    void onStart(@Observes Startup start) {
        for (Method method : Method.values()) {
            registry.counter(REFUSED, tag(method));
        }
    }

    void note(Entry.Refused refused, String peer, String operation) {
        registry.counter(REFUSED, tag(refused.method())).inc();
        LOG.log(
                Level.WARNING,
                "credentials refused peer=%s by=%s operation=%s reason=\"%s\""
                        .formatted(peer, refused.method().wireName(), operation, refused.reason()));
    }

    private static Tag tag(Method method) {
        return new Tag("by", method.wireName());
    }
}
