package org.fanfare.subscription;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fanfare.problem.Fault;

/**
 * What became of a subscription that was to be taken over.
 *
 * @param uuid null where it has none
 * @param faults why it was refused; else none
 */
public record Imported(UUID uuid, Result result, List<Fault> faults) {

    /** In one word. */
    public enum Result {
        /** It is here now; or would be, in a rehearsal. */
        IMPORTED,
        /** It was here, just the same. */
        UNCHANGED,
        /** Another one with its uuid is here, or what has become of it: that stays as it is. */
        EXISTS,
        /** It cannot be taken as it is. */
        REFUSED;

        /** The name on the wire. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Imported of(UUID uuid, Result result) {
        return new Imported(uuid, result, List.of());
    }

    public static Imported existing(UUID uuid) {
        return of(uuid, Result.EXISTS);
    }

    public static Imported refused(UUID uuid, List<Fault> faults) {
        return new Imported(uuid, Result.REFUSED, List.copyOf(faults));
    }
}
