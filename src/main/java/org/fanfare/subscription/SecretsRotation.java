package org.fanfare.subscription;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.function.BiFunction;
import org.fanfare.secret.MasterKeys;
import org.fanfare.subscription.SealedSecrets.Step;

/** Goes through all subscriptions to seal their secrets anew. To be called outside of a transaction. */
@ApplicationScoped
public class SecretsRotation {

    private static final Logger LOG = System.getLogger(SecretsRotation.class.getName());
    private static final UUID LOWEST = new UUID(0, 0);
    private static final int AT_ONCE = 100;

    @EJB
    private SealedSecrets secrets;

    /**
     * What was done.
     *
     * @param sealed how many subscriptions have other sealed secrets now
     * @param unreadable how many have secrets of which the key is missing or wrong; the log names them
     * @param key the id of the master key
     */
    public record Result(int sealed, int unreadable, String key) {}

    /** Seals with the first master key what is not sealed with it. */
    public Result rotate() {
        return all(secrets::sealOutdated);
    }

    /** At the start: seals what a Fanfare before this one has stored as it was sent, and tells of keys that are missing. */
    public void begin() {
        all(secrets::sealPlain);
        secrets.keysInUse().stream()
                .filter(key -> !MasterKeys.configured().has(key))
                .forEach(key -> LOG.log(
                        Level.WARNING,
                        "there are secrets sealed with a key that is not configured, they cannot be used key=" + key));
    }

    private Result all(BiFunction<UUID, Integer, Step> work) {
        int sealed = 0;
        int unreadable = 0;
        Step step = work.apply(LOWEST, AT_ONCE);
        while (step.last() != null) {
            sealed += step.sealed();
            unreadable += step.unreadable();
            step = work.apply(step.last(), AT_ONCE);
        }
        Result result = new Result(sealed, unreadable, MasterKeys.configured().firstId());
        if (sealed + unreadable > 0) {
            LOG.log(
                    Level.INFO,
                    "secrets sealed subscriptions=%d unreadable=%d key=%s".formatted(sealed, unreadable, result.key()));
        }
        return result;
    }
}
