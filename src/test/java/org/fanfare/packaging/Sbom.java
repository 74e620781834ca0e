package org.fanfare.packaging;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes what is shipped as a CycloneDX 1.6 document, and the list of licences for people. The build calls it with the
 * archive; it fails where a licence is none that may be shipped.
 */
final class Sbom {

    private final String version;
    private final List<ShippedPart> parts;

    Sbom(String version, List<ShippedPart> parts) {
        this.version = version;
        this.parts = parts;
    }

    /** Arguments: our version, the list of licences, the two files to write, and the archives that are shipped. */
    public static void main(String... arguments) throws IOException {
        Licences licences = Licences.read(Path.of(arguments[1]));
        List<Path> archives = Arrays.stream(arguments).skip(4).map(Path::of).toList();
        Sbom sbom = new Sbom(arguments[0], ShippedParts.of(archives, licences));
        List<String> faults = sbom.faults(licences);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(arguments[1] + " does not allow these licences, or knows nothing of them:\n"
                    + String.join("\n", faults));
        }
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(Files.newBufferedWriter(Path.of(arguments[2])))) {
            writer.writeObject(sbom.json());
        }
        Files.writeString(Path.of(arguments[3]), sbom.text());
    }

    List<String> faults(Licences licences) {
        return parts.stream()
                .filter(part ->
                        part.licences().isEmpty() || !part.licences().stream().allMatch(licences::isAllowed))
                .map(part -> part.purl() + " (" + part.path() + "): " + part.licences())
                .toList();
    }

    JsonObject json() {
        JsonArrayBuilder components = Json.createArrayBuilder();
        parts.forEach(part -> components.add(component(part)));
        return Json.createObjectBuilder()
                .add("bomFormat", "CycloneDX")
                .add("specVersion", "1.6")
                .add("version", 1)
                .add(
                        "metadata",
                        Json.createObjectBuilder()
                                .add("component", component("application", "org.fanfare", "fanfare", version)))
                .add("components", components)
                .build();
    }

    private static JsonObjectBuilder component(ShippedPart part) {
        JsonArrayBuilder licences = Json.createArrayBuilder();
        part.licences()
                .forEach(id -> licences.add(Json.createObjectBuilder()
                        .add("license", Json.createObjectBuilder().add("id", id))));
        return component("library", part.group(), part.name(), part.version())
                .add(
                        "hashes",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("alg", "SHA-256")
                                        .add("content", part.sha256())))
                .add("licenses", licences)
                .add(
                        "evidence",
                        Json.createObjectBuilder()
                                .add(
                                        "occurrences",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder().add("location", part.path()))));
    }

    private static JsonObjectBuilder component(String type, String group, String name, String version) {
        String purl = "pkg:maven/" + group + "/" + name + "@" + version;
        return Json.createObjectBuilder()
                .add("type", type)
                .add("bom-ref", purl)
                .add("group", group)
                .add("name", name)
                .add("version", version)
                .add("purl", purl);
    }

    /** By licence, for people. */
    String text() {
        Map<String, List<String>> byLicence = parts.stream()
                .collect(Collectors.groupingBy(
                        part -> String.join(", ", part.licences()),
                        TreeMap::new,
                        Collectors.mapping(
                                part -> "  " + part.group() + ":" + part.name() + ":" + part.version(),
                                Collectors.toList())));
        StringBuilder text =
                new StringBuilder("What fanfare.jar contains beside Fanfare, by licence. Several licences of one"
                        + " library may be a choice or hold for\nparts of it; the library's own files say which.\n");
        byLicence.forEach((licence, names) -> text.append('\n')
                .append(licence)
                .append('\n')
                .append(String.join("\n", names))
                .append('\n'));
        return text.toString();
    }
}
