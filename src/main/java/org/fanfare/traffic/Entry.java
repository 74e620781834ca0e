package org.fanfare.traffic;

/** What the gate says to a ticket. */
public sealed interface Entry<W> {

    /** Go on, and come back to tell. */
    record Open<W>(Pass<W> pass) implements Entry<W> {}

    /** The gate keeps the ticket, and gives it back by {@link Gate#next} or {@link Gate#overdue}. */
    record Parked<W>() implements Entry<W> {}

    /**
     * Not soon: wait in the database, and tell the gate by {@link Gate#waits} once that is recorded.
     *
     * @param reason for the owner
     */
    record Later<W>(Ticket<W> ticket, String reason) implements Entry<W> {}
}
