package org.fanfare.sending;

import java.util.Optional;
import org.fanfare.destination.DestinationSettings;
import org.fanfare.destination.Destinations;
import org.fanfare.destination.Recent;
import org.fanfare.destination.Verdict;

/**
 * Judges a target that somebody wants to save: by its text and, where the operator wants that, by what its host stands for.
 * The latter tells a subscriber of a slip at once; it guards nothing, as the host is judged again at each connection.
 */
public final class NewTargets {

    private final Destinations destinations;
    private final HttpSender sender;
    private final boolean isResolved;
    private final Recent<String, Optional<String>> hosts;

    public NewTargets(DestinationSettings settings, Destinations destinations, HttpSender sender) {
        this.destinations = destinations;
        this.sender = sender;
        isResolved = settings.resolveOnSave();
        hosts = new Recent<>(settings.remembered(), System::nanoTime);
    }

    /** Why the target is refused; empty if it may be saved. May ask a name server, so not within a transaction. */
    public Optional<String> refusal(String url) {
        Verdict verdict = destinations.check(url);
        return isResolved && verdict instanceof Verdict.Allowed allowed
                ? hosts.get(allowed.target().getHost(), sender::objectionToHost)
                : verdict.refusal();
    }
}
