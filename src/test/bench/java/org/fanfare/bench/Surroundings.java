package org.fanfare.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The machine and the versions of what is measured: figures without them say nothing. */
final class Surroundings {

    private static final Pattern PAYARA = Pattern.compile(".*payara-(?:micro|embedded)[a-z-]*-(\\d[^/]*)\\.jar");

    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Set<String> databases = new LinkedHashSet<>();

    /** @param jar the server */
    static Surroundings of(Path jar) throws IOException {
        Surroundings surroundings = new Surroundings();
        Map<String, String> facts = surroundings.facts;
        facts.put("cores", "" + Runtime.getRuntime().availableProcessors());
        facts.put("memory, MiB", "" + kibibytes("/proc/meminfo", "MemTotal:") / 1024);
        facts.put("processor", first("/proc/cpuinfo", "model name").orElse("unknown"));
        facts.put("operating system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("JDK", System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"));
        facts.put("Fanfare", version(jar));
        facts.put("Payara Micro", payara(jar));
        revision().ifPresent(revision -> facts.put("revision", revision));
        return surroundings;
    }

    /** One that is used, with its version. */
    void database(String title) {
        databases.add(title);
    }

    Map<String, String> facts() {
        Map<String, String> all = new LinkedHashMap<>(facts);
        all.put("databases", String.join("; ", databases));
        return all;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        facts().forEach((name, value) -> text.append(text.length() == 0 ? "" : "; ")
                .append(name)
                .append(": ")
                .append(value));
        return text.toString();
    }

    private static String version(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            ZipEntry manifest = zip.getEntry("META-INF/MANIFEST.MF");
            if (manifest == null || !entries.hasMoreElements()) {
                return "unknown";
            }
            String text = new String(zip.getInputStream(manifest).readAllBytes(), StandardCharsets.UTF_8);
            Matcher version =
                    Pattern.compile("(?m)^Implementation-Version: (\\S+)").matcher(text);
            return version.find() ? version.group(1) : "unknown";
        }
    }

    private static String payara(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(entry -> PAYARA.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .map(match -> match.group(1))
                    .findFirst()
                    .orElse("unknown");
        }
    }

    private static Optional<String> revision() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return Optional.of(said).filter(text -> !text.isEmpty());
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }

    private static Optional<String> first(String file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        }
    }

    private static long kibibytes(String file, String name) throws IOException {
        return first(file, name)
                .map(text -> Long.parseLong(text.replaceAll("\\D", "")))
                .orElse(0L);
    }
}
