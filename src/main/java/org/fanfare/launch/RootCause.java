package org.fanfare.launch;

/** The one message that matters of a chain of exceptions: the innermost. */
final class RootCause {

    private RootCause() {}

    static String of(Throwable failure, String otherwise) {
        String message = otherwise;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each.getMessage() != null && !each.getMessage().isBlank()) {
                message = each.getMessage();
            }
        }
        return message == null ? String.valueOf(failure) : message.strip();
    }
}
