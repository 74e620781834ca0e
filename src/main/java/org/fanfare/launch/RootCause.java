package org.fanfare.launch;

/** The one message that matters of a chain of exceptions: our own, which is a sentence, or else the innermost. */
final class RootCause {

    /** By name, as the classes are those of the WAR. */
    private static final String OWN = "org.fanfare.";

    private RootCause() {}

    static String of(Throwable failure, String otherwise) {
        String message = otherwise;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each.getMessage() == null || each.getMessage().isBlank()) {
                continue;
            }
            message = each.getMessage();
            if (each.getClass().getName().startsWith(OWN)) {
                break;
            }
        }
        return message == null ? String.valueOf(failure) : message.strip();
    }
}
