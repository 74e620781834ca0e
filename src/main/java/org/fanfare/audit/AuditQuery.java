package org.fanfare.audit;

import java.time.Instant;

/**
 * Which entries of a tenant to list; a null component is no condition.
 *
 * @param since begun at this time or later
 * @param until begun before this time
 */
public record AuditQuery(String tenant, String user, String operation, Instant since, Instant until) {}
