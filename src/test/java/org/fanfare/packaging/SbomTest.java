package org.fanfare.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shipped is found in archives within archives, with names that scanners know and licences that are allowed. */
class SbomTest {

    @TempDir
    Path directory;

    private Licences licences;

    @BeforeEach
    void readLicences() throws IOException {
        licences = Licences.read(Files.writeString(directory.resolve("licences.txt"), """
                # A comment
                allow Apache-2.0
                allow MIT
                name license-2.0 = Apache-2.0
                name mit = MIT
                library org.silent:* = MIT
                group silent* = org.silent
                """));
    }

    @Test
    void librariesAreFoundInArchivesWithinArchives() throws IOException {
        byte[] inner = jar(Map.of(
                "META-INF/maven/org.a/one/pom.properties",
                "groupId=org.a\nartifactId=one\nversion=1.2\n",
                "META-INF/MANIFEST.MF",
                manifest("Bundle-License: https://www.apache.org/licenses/LICENSE-2.0.txt")));
        byte[] silent = jar(Map.of("x.txt", ""));
        List<ShippedPart> parts = parts(Map.of("WEB-INF/lib/one.jar", inner, "WEB-INF/lib/silent-x-3.4.jar", silent));

        assertThat(parts)
                .extracting(ShippedPart::purl, ShippedPart::path, ShippedPart::licences)
                .containsExactly(
                        tuple("pkg:maven/org.a/one@1.2", "silent.war!WEB-INF/lib/one.jar", List.of("Apache-2.0")),
                        tuple(
                                "pkg:maven/org.silent/silent-x@3.4",
                                "silent.war!WEB-INF/lib/silent-x-3.4.jar",
                                List.of("MIT")),
                        tuple("pkg:maven/org.silent/silent@unknown", "silent.war", List.of("MIT")));
    }

    @Test
    void whatWasMergedIntoALibraryIsFoundWithItsOwnLicence() throws IOException {
        byte[] merged = jar(Map.of(
                "META-INF/maven/org.a/one/pom.properties", "groupId=org.a\nartifactId=one\nversion=1\n",
                "META-INF/maven/org.b/two/pom.properties", "groupId=org.b\nartifactId=two\nversion=2\n",
                "META-INF/maven/org.b/two/pom.xml", "<license><name>The MIT License</name></license>",
                "META-INF/MANIFEST.MF", manifest("Bundle-License: https://www.apache.org/licenses/LICENSE-2.0.txt")));

        assertThat(parts(Map.of("merged.jar", merged)))
                .filteredOn(part -> part.path().endsWith("merged.jar"))
                .extracting(ShippedPart::purl, ShippedPart::licences)
                .containsExactly(
                        tuple("pkg:maven/org.a/one@1", List.of("Apache-2.0")),
                        tuple("pkg:maven/org.b/two@2", List.of("MIT")));
    }

    @Test
    void aLicenceThatIsNotAllowedStopsTheBuild() throws IOException {
        Path archive = Files.write(
                directory.resolve("silent.war"),
                jar(Map.of(
                        "a.jar",
                        jar(Map.of(
                                "META-INF/maven/org.a/one/pom.properties",
                                "groupId=org.a\nartifactId=one\nversion=1\n",
                                "META-INF/MANIFEST.MF",
                                manifest("Bundle-License: AGPL-3.0"))))));

        assertThatThrownBy(() -> Sbom.main(
                        "1",
                        directory.resolve("licences.txt").toString(),
                        directory.resolve("bom.json").toString(),
                        directory.resolve("third-party.txt").toString(),
                        archive.toString()))
                .hasMessageContaining("pkg:maven/org.a/one@1 (silent.war!a.jar): [AGPL-3.0]");
        assertThat(directory.resolve("bom.json")).doesNotExist();
    }

    @Test
    void theDocumentIsWhatCycloneDxAllows() throws IOException {
        Sbom sbom = new Sbom("1.0", parts(Map.of("silent-x-3.4.jar", jar(Map.of("x.txt", "")))));

        assertThat(faults(sbom.json().toString())).isEmpty();
        assertThat(faults(sbom.json().toString().replace("SHA-256", "SHA-257"))).isNotEmpty();
        assertThat(sbom.text()).contains("\nMIT\n  org.silent:silent-x:3.4\n  org.silent:silent:unknown\n");
    }

    private static List<?> faults(String document) {
        Schema schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7,
                        builder -> builder.schemaIdResolvers(
                                ids -> ids.mapPrefix("http://cyclonedx.org/schema/", "classpath:")))
                .getSchema(SchemaLocation.of("http://cyclonedx.org/schema/bom-1.6.schema.json"));
        return schema.validate(document, InputFormat.JSON);
    }

    private List<ShippedPart> parts(Map<String, ?> contents) throws IOException {
        return ShippedParts.of(List.of(Files.write(directory.resolve("silent.war"), jar(contents))), licences);
    }

    private static String manifest(String line) {
        return "Manifest-Version: 1.0\n" + line + "\n\n";
    }

    private static byte[] jar(Map<String, ?> contents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, ?> each : new LinkedHashMap<>(contents).entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(
                        each.getValue() instanceof byte[] archive
                                ? archive
                                : each.getValue().toString().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
