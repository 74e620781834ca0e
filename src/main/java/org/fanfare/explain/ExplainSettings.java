package org.fanfare.explain;

/**
 * What explaining takes.
 *
 * @param maxBytes the largest body with a document to try an expression on; as large as an event may be
 */
public record ExplainSettings(int maxBytes) {

    private static final int LEAST_BYTES = 1_048_576;

    /** @param receiveMaxBytes how large an event may be */
    public static ExplainSettings of(int receiveMaxBytes) {
        return new ExplainSettings(Math.max(LEAST_BYTES, receiveMaxBytes));
    }
}
