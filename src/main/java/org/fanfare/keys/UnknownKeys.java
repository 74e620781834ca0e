package org.fanfare.keys;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds {@code fanfare.*} keys and {@code FANFARE_*} variables that mean nothing, and says so in sentences. */
public final class UnknownKeys {

    /** Of the tests' own process; no setting. */
    private static final String OF_TESTS = "fanfare.test.";

    private static final String VARIABLES = ManualKey.variableOf(Manual.PREFIX);

    /**
     * What Kubernetes, and links of containers, put into the environment for a service whose name begins with "fanfare".
     * Nobody meant them as settings.
     */
    private static final Pattern OF_SERVICES =
            Pattern.compile(".*_SERVICE_HOST|.*_SERVICE_PORT(_.*)?|.*_PORT_\\d+_(TCP|UDP|SCTP)(_.*)?");

    private static final Pattern LINK = Pattern.compile("(tcp|udp|sctp)://.*");

    private final Manual manual;

    public UnknownKeys(Manual manual) {
        this.manual = manual;
    }

    /** What is wrong with the names of a source of properties, which is told by this name; empty if nothing is. */
    public Optional<String> inProperties(Collection<String> names, String source) {
        List<String> unknown = new TreeSet<>(names)
                .stream()
                        .filter(name -> name.startsWith(Manual.PREFIX) && !name.startsWith(OF_TESTS))
                        .filter(name -> !manual.has(name))
                        .toList();
        return tell(unknown, source, ManualKey::name);
    }

    /** What is wrong with the names of environment variables; empty if nothing is. */
    public Optional<String> inEnvironment(Map<String, String> environment) {
        List<String> unknown = new TreeSet<>(environment.keySet())
                .stream()
                        .filter(name -> name.startsWith(VARIABLES) && !name.startsWith(ManualKey.variableOf(OF_TESTS)))
                        .filter(name -> !isOfService(name, environment.get(name)))
                        .filter(name -> !manual.hasVariable(name))
                        .toList();
        return tell(unknown, "environment", ManualKey::variable);
    }

    private static boolean isOfService(String name, String value) {
        return OF_SERVICES.matcher(name).matches()
                || name.endsWith("_PORT") && LINK.matcher(value).matches();
    }

    private Optional<String> tell(List<String> unknown, String source, Function<ManualKey, String> form) {
        List<String> sentences = new ArrayList<>();
        for (String name : unknown) {
            sentences.add("there is no setting " + name + " (" + source + ")." + nearest(name, form));
        }
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(sentences.stream().collect(Collectors.joining(" And ")));
    }

    private String nearest(String name, Function<ManualKey, String> form) {
        return manual.keys().stream()
                .filter(key -> key.name().startsWith(Manual.PREFIX))
                .map(form)
                .min(Comparator.comparingInt(known -> distance(name, known)))
                .filter(known -> distance(name, known) <= Math.max(2, known.length() / 3))
                .map(known -> " Did you mean " + known + "?")
                .orElse(" docs/configuration.md has all that there are.");
    }

    /** How many characters have to be added, left out or replaced to make one text of the other (Levenshtein). */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[other.length()];
    }
}
