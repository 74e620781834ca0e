package org.fanfare.subscription;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes the stored subscriptions what the file says. All nodes are to have the same file, and may read it at the same time.
 *
 * <ul>
 *   <li>A new key is a new subscription.
 *   <li>An entry that has not changed leaves its subscription as it is, disabled or not.
 *   <li>One that has changed replaces the subscription in place, with its id and its history, and enables it. With another
 *       owner it is another subscription, and the old one is deleted: what was owed to one is not for the other.
 *   <li>A key that is missing disables its subscription, whose events are no longer matched; when it comes back, it goes on.
 * </ul>
 */
@ApplicationScoped
public class StaticSubscriptions {

    private static final Logger LOG = System.getLogger(StaticSubscriptions.class.getName());
    private static final int TRIES = 3;
    private static final String MISSING = "it is no longer in the file of static subscriptions";

    @EJB
    private StaticRows rows;

    @EJB
    private Disablings disablings;

    @Inject
    private StaticFile file;

    @Inject
    private StaticSettings settings;

    /** Reads the file, and stores what is new in it. To be called at the start, before the subscriptions are loaded. */
    public void reconcile() {
        Optional<Path> path = settings.file();
        List<StaticEntry> entries = path.map(file::read).orElse(List.of());
        entries.forEach(entry -> keep(entry, 1));
        Set<String> keys = entries.stream().map(StaticEntry::key).collect(Collectors.toSet());
        List<UUID> missing = rows.allBut(keys);
        missing.forEach(id -> disablings.disable(id, DisabledBecause.FILE, MISSING, null));
        if (path.isPresent() || !missing.isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "static subscriptions read file=%s count=%d missing=%d"
                            .formatted(path.map(Path::toString).orElse(""), entries.size(), missing.size()));
        }
    }

    /** Another node may just have stored the same key; then it is there at the next try. */
    private void keep(StaticEntry entry, int attempt) {
        try {
            rows.keep(entry);
        } catch (EJBException lostTheRace) {
            if (attempt == TRIES) {
                throw lostTheRace;
            }
            keep(entry, attempt + 1);
        }
    }
}
