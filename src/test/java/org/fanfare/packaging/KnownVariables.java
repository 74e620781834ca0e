package org.fanfare.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.fanfare.keys.Manual;
import org.fanfare.keys.UnknownKeys;

/** Whether Fanfare would start with an environment. */
final class KnownVariables {

    private KnownVariables() {}

    static Optional<String> faults(Map<String, String> environment) {
        try (InputStream manual = Files.newInputStream(Path.of("src/main/resources", Manual.FILE))) {
            return new UnknownKeys(Manual.read(manual)).inEnvironment(environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
