package org.fanfare.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * All libraries in an archive, in those within it, and so on: the server's own, which Maven knows nothing of, as well as
 * ours. What a library says of itself is believed; for those that say nothing there is {@link Licences}.
 */
final class ShippedParts {

    private static final Pattern POM = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.(properties|xml)");
    private static final Pattern LICENCE = Pattern.compile("<license>\\s*<name>([^<]*)</name>");
    private static final Pattern FILE = Pattern.compile("(.+?)(?:-(\\d[\\w.-]*))?\\.(?:jar|rar|war)");

    private final Licences licences;
    private final Map<String, ShippedPart> parts = new TreeMap<>();

    private ShippedParts(Licences licences) {
        this.licences = licences;
    }

    /** In the order of their names: the archives themselves, but for our own, and all within them. */
    static List<ShippedPart> of(List<Path> archives, Licences licences) throws IOException {
        ShippedParts found = new ShippedParts(licences);
        for (Path archive : archives) {
            found.take(Files.readAllBytes(archive), archive.getFileName().toString());
        }
        return found.parts.values().stream()
                .sorted(Comparator.comparing(ShippedPart::purl).thenComparing(ShippedPart::path))
                .toList();
    }

    private Contents lookInto(InputStream archive, String path) throws IOException {
        Contents contents = new Contents();
        ZipInputStream entries = new ZipInputStream(archive);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            String name = entry.getName();
            if (name.matches(".*\\.(jar|rar|war)")) {
                take(entries.readAllBytes(), path + name);
            } else if (POM.matcher(name).matches()) {
                contents.poms.put(name, new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            } else if (name.equals("META-INF/MANIFEST.MF")) {
                contents.manifest = new Manifest(entries).getMainAttributes();
            }
        }
        return contents;
    }

    private void take(byte[] archive, String path) throws IOException {
        Contents contents = lookInto(new ByteArrayInputStream(archive), path + "!");
        String sha256 = sha256(archive);
        List<Properties> names = contents.names();
        if (names.isEmpty()) {
            add(named(path, contents), path, sha256, contents.licences());
        }
        // More than one: what was merged into it.
        for (Properties name : names) {
            add(name, path, sha256, names.size() == 1 ? contents.licences() : contents.licencesOf(name));
        }
    }

    private void add(Properties name, String path, String sha256, List<String> told) {
        String group = name.getProperty("groupId");
        ShippedPart part = new ShippedPart(
                group,
                name.getProperty("artifactId"),
                name.getProperty("version"),
                path,
                sha256,
                licences.of(group, name.getProperty("artifactId"), told));
        if (!group.equals("org.fanfare")) {
            parts.putIfAbsent(part.purl(), part);
        }
    }

    /** For a library without pom.properties: by its file and its manifest. */
    private Properties named(String path, Contents contents) {
        Matcher file = FILE.matcher(path.replaceFirst(".*[/!]", ""));
        if (!file.matches()) {
            throw new IllegalArgumentException(path);
        }
        Properties name = new Properties();
        name.setProperty("artifactId", file.group(1));
        name.setProperty("groupId", licences.groupOf(file.group(1), path));
        String version =
                file.group(2) == null ? contents.told("Implementation-Version", "Bundle-Version") : file.group(2);
        name.setProperty("version", version.isEmpty() ? "unknown" : version);
        return name;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an archive says of itself. */
    private static final class Contents {

        private final Map<String, String> poms = new TreeMap<>();
        private Attributes manifest = new Attributes();

        List<Properties> names() throws IOException {
            List<Properties> names = new ArrayList<>();
            for (Map.Entry<String, String> pom : poms.entrySet()) {
                if (pom.getKey().endsWith(".properties")) {
                    String[] folders = pom.getKey().split("/");
                    Properties name = new Properties();
                    name.load(new StringReader(pom.getValue()));
                    // Some were filtered by a build, and lost what they say.
                    name.putIfAbsent("groupId", folders[2]);
                    name.putIfAbsent("artifactId", folders[3]);
                    name.putIfAbsent("version", "unknown");
                    names.add(name);
                }
            }
            return names;
        }

        List<String> licences() {
            List<String> told = ofBundle();
            poms.values().forEach(pom -> told.addAll(ofPom(pom)));
            return told;
        }

        List<String> licencesOf(Properties name) {
            String group = name.getProperty("groupId");
            String pom = "META-INF/maven/" + group + "/" + name.getProperty("artifactId") + "/pom.xml";
            List<String> told = ofPom(poms.getOrDefault(pom, ""));
            return told.isEmpty() ? ofBundle() : told;
        }

        private List<String> ofBundle() {
            return new ArrayList<>(List.of(told("Bundle-License").split(",\\s*(?=http)")));
        }

        private static List<String> ofPom(String pom) {
            return LICENCE.matcher(pom).results().map(each -> each.group(1)).toList();
        }

        String told(String... headers) {
            for (String header : headers) {
                String value = manifest.getValue(header);
                if (value != null) {
                    return value;
                }
            }
            return "";
        }
    }
}
