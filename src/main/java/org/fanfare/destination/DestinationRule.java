package org.fanfare.destination;

import java.net.URI;
import java.util.Optional;

/**
 * What an extension has to say about where deliveries may go: every CDI bean of this type is asked, when a target is saved
 * and before each attempt, about URLs that the rules of the house allow. It can only refuse, never allow what they forbid.
 *
 * <p>It is asked outside of any transaction, by many threads at once; its answer is used again for
 * {@code fanfare.destination.remember}, so it may look something up.
 */
@FunctionalInterface
public interface DestinationRule {

    /**
     * Why no delivery may go there, in one sentence for the subscriber; empty if one may.
     *
     * @param target scheme and host in lower case, the host in ASCII
     */
    Optional<String> objectionTo(URI target);
}
