package org.fanfare.database;

import java.sql.SQLException;
import java.util.Set;

/**
 * Tells a database that is away, or has no time, from one that has something against what it was asked. The first is cured by
 * doing the same again later; the second never.
 */
public final class Outage {

    /**
     * Classes of SQL states: connection, rolled back for another transaction's sake, resources, locks, cut off by an
     * operator or a time limit, the system below; and H2's timeouts, and what it says of a database that is closed.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58", "HY");

    private static final Set<String> OF_H2 = Set.of("90028", "90031", "90067", "90098", "90121");

    private Outage() {}

    /** Whether that is what the failure comes from. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException told) {
                return isOutage(told.getSQLState());
            }
        }
        return false;
    }

    /** A pool that has no connection to give has no state either. */
    private static boolean isOutage(String state) {
        return state == null || state.length() < 2 || CLASSES.contains(state.substring(0, 2)) || OF_H2.contains(state);
    }
}
