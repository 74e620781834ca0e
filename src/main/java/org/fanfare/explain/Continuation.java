package org.fanfare.explain;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Where a look back goes on, as text that means nothing to others. */
final class Continuation {

    private static final int BYTES = 16;

    private Continuation() {}

    static String of(UUID last) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(last.getMostSignificantBits())
                .putLong(last.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The event that was looked at last; empty if the text is not one that was given out. */
    static Optional<UUID> read(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == BYTES) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
            }
        } catch (IllegalArgumentException notBase64) {
            // not one that was given out, as one of another length is not
        }
        return Optional.empty();
    }
}
