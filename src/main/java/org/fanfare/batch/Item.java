package org.fanfare.batch;

import java.time.Instant;

/**
 * One that is to go together with others.
 *
 * @param bytes how long it is in a request, at most
 * @param useBy when it must be on its way, however few there are
 */
public record Item<W>(W work, int bytes, Instant useBy) {}
