package org.fanfare.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be said of the image without building it. */
class ContainerfileTest {

    private final List<String> lines = lines();

    @Test
    void baseImagesNameTheirVersions() {
        assertThat(lines)
                .filteredOn(line -> line.startsWith("FROM "))
                .hasSize(2)
                .allMatch(line -> line.matches("FROM [\\w./-]+:[\\w.]*\\d[\\w.-]*(@sha256:\\w+)?( AS \\w+)?"));
    }

    @Test
    void itRunsAsAUserWhoIsNotRootAndHasANumber() {
        assertThat(lines).filteredOn(line -> line.startsWith("USER ")).containsExactly("USER 10001:10001");
    }

    @Test
    void itSaysWhetherItIsReady() {
        assertThat(String.join("\n", lines)).contains("\nHEALTHCHECK ").contains("/health/ready");
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("Containerfile"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
