package org.fanfare.problem;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/**
 * A bug or broken infrastructure. Its cause is in the log, once; whoever must be told is told the id, by which operators
 * find it there, and nothing of the cause.
 */
public record Incident(UUID id) {

    /**
     * Logs an incident under a new id.
     *
     * @param what what failed, with the {@code key=value} pairs that tell one case from another
     */
    public static Incident log(Logger log, String what, Throwable cause) {
        Incident incident = new Incident(UUID.randomUUID());
        log.log(Level.ERROR, what + " incident=" + incident.id, cause);
        return incident;
    }

    /** For people: where the cause is to be found. */
    public String sentence() {
        return "The log has it as incident " + id + ".";
    }
}
