package org.fanfare.sending;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which headers the owner of a subscription may add to its deliveries. */
public final class CustomHeaders {

    private static final int LONGEST = 4096;
    private static final int LONGEST_NAME = 128;
    private static final Set<String> OF_THE_DIALECT = Set.of("content-type", "content-encoding", "user-agent");

    private CustomHeaders() {}

    /** Why this one may not be added; empty if it may. */
    public static Optional<String> refusal(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST_NAME) {
            return Optional.of("The name of a header has at most " + LONGEST_NAME + " characters.");
        }
        if (value == null || value.length() > LONGEST || !RequestHeaders.canBeSent(Map.entry(name, value))) {
            return Optional.of(
                    "A header has a name of letters, digits and hyphens, and a text of one line in Latin-1 of at"
                            + " most %d characters.".formatted(LONGEST));
        }
        if (lower.equals("authorization")) {
            return Optional.of("Authorization is set by sinkcredential, which is kept secret.");
        }
        boolean isFanfares = RequestHeaders.isOfTheConnection(lower)
                || OF_THE_DIALECT.contains(lower)
                || lower.startsWith("webhook-")
                || lower.startsWith("ce-");
        return isFanfares ? Optional.of(name + " is set by Fanfare itself.") : Optional.empty();
    }
}
