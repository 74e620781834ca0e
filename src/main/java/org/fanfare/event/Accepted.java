package org.fanfare.event;

import java.util.UUID;

/**
 * The answer to an event: its tracking id, which an event of the same source and id keeps for ever.
 *
 * @param isNew false if the event had been accepted before, then it is not routed again
 */
public record Accepted(UUID id, boolean isNew) {}
