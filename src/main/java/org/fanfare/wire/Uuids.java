package org.fanfare.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/** UUIDs as the Pacifica wire takes them: any case, with or without hyphens, braces or {@code urn:uuid:} around. */
public final class Uuids {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    private Uuids() {}

    public static Optional<UUID> read(String text) {
        String hex = text.toLowerCase(Locale.ROOT)
                .replace("urn:", "")
                .replace("uuid:", "")
                .replaceAll("^\\{|\\}$", "")
                .replace("-", "");
        if (!HEX.matcher(hex).matches()) {
            return Optional.empty();
        }
        return Optional.of(new UUID(
                Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16)));
    }

    /** The UUID in a path; a problem for the caller if there is none. */
    public static UUID ofPath(String text) {
        return read(text)
                .orElseThrow(() -> Problem.of(
                        ProblemType.MALFORMED, List.of(new Fault("path:uuid", "The path does not hold a UUID."))));
    }
}
