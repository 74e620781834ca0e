package org.fanfare.launch;

import java.util.Optional;

/** The one message that matters of a chain of exceptions: our own, which is a sentence, or else the innermost. */
final class RootCause {

    /** By name, as the classes are those of the WAR. */
    private static final String OWN = "org.fanfare.";

    private RootCause() {}

    static String of(Throwable failure, String otherwise) {
        return own(failure).orElseGet(() -> innermost(failure, otherwise));
    }

    /** What the first of our own exceptions in the chain says. */
    static Optional<String> own(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each.getClass().getName().startsWith(OWN) && each.getMessage() != null) {
                return Optional.of(each.getMessage().strip());
            }
        }
        return Optional.empty();
    }

    private static String innermost(Throwable failure, String otherwise) {
        String message = otherwise;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each.getMessage() != null && !each.getMessage().isBlank()) {
                message = each.getMessage();
            }
        }
        return message == null ? String.valueOf(failure) : message.strip();
    }
}
