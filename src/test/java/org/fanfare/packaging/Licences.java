package org.fanfare.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Reads src/licences.txt: which licences may be shipped, by what names and addresses libraries call them, and what is to
 * be said for libraries that say nothing.
 */
final class Licences {

    private record Line(String kind, String left, String right) {}

    private final List<Line> lines = new ArrayList<>();

    static Licences read(Path file) throws IOException {
        Licences licences = new Licences();
        for (String text : Files.readAllLines(file)) {
            if (!text.isBlank() && !text.startsWith("#")) {
                String[] parts = text.strip().split("\\s+", 2);
                String[] sides = parts[1].split("\\s+=\\s+", 2);
                licences.lines.add(new Line(parts[0], sides[0], sides.length > 1 ? sides[1] : ""));
            }
        }
        return licences;
    }

    boolean isAllowed(String licence) {
        return lines.stream()
                .anyMatch(line -> line.kind().equals("allow") && line.left().equals(licence));
    }

    /** The licences of a library in SPDX's names; what is not known stays as it was told. */
    List<String> of(String group, String name, List<String> told) {
        for (Line line : lines) {
            if (line.kind().equals("library") && (group + ":" + name).matches(glob(line.left()))) {
                return List.of(line.right().split(", "));
            }
        }
        TreeSet<String> licences = new TreeSet<>();
        told.stream().map(String::strip).filter(text -> !text.isEmpty()).forEach(text -> licences.addAll(spdx(text)));
        return List.copyOf(licences);
    }

    /** Whose a library is that does not say so. */
    String groupOf(String name, String path) {
        return lines.stream()
                .filter(line -> line.kind().equals("group") && name.matches(glob(line.left())))
                .map(Line::right)
                .findFirst()
                .orElse(path.contains("MICRO-INF/") ? "fish.payara.server.internal" : "unknown");
    }

    private List<String> spdx(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return lines.stream()
                .filter(line -> line.kind().equals("name") && words.contains(line.left()))
                .map(line -> List.of(line.right().split(", ")))
                .findFirst()
                .orElse(List.of(text));
    }

    private static String glob(String pattern) {
        return pattern.replace(".", "\\.").replace("*", ".*");
    }
}
