package org.fanfare.event;

import java.util.UUID;

/**
 * That an event of Fanfare's own was stored: a CDI event, fired inside the transaction that does it. Whoever routes
 * events observes after its success.
 */
public record Announced(UUID eventId) {}
