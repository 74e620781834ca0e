package org.fanfare.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * What {@code fanfare.jar} carries, unpacked: the server's libraries, the application, the broker and the boot files.
 * Kept from start to start for as long as the jar is the same, so that nothing piles up and a restart is quick.
 */
class Bundle {

    private static final String OURS = "FANFARE-INF/";
    private static final List<String> LIBRARIES = List.of("MICRO-INF/runtime/", "MICRO-INF/lib/");

    private final Path jar;
    private final Path directory;

    Bundle(Path jar, Path directory) {
        this.jar = jar;
        this.directory = directory;
    }

    void unpack() throws IOException {
        Path stamp = directory.resolve("unpacked");
        String identity = Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        if (Files.exists(stamp) && Files.readString(stamp).equals(identity)) {
            return;
        }
        delete(directory);
        Files.createDirectories(libraryDirectory());
        try (JarFile source = new JarFile(jar.toFile())) {
            for (ZipEntry entry :
                    source.stream().filter(entry -> !entry.isDirectory()).toList()) {
                Path target = targetOf(entry.getName());
                if (target != null) {
                    copy(source, entry, target);
                }
            }
        }
        // Last: a start that was killed half way leaves no stamp.
        Files.writeString(stamp, identity);
    }

    Path jar() {
        return jar;
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    /** The server's class path: its jars, and their directory, as the server looks for its own adapters (rar) there. */
    List<Path> libraries() throws IOException {
        try (Stream<Path> files = Files.list(libraryDirectory())) {
            Stream<Path> jars =
                    files.filter(file -> file.toString().endsWith(".jar")).sorted();
            return Stream.concat(Stream.of(libraryDirectory()), jars).toList();
        }
    }

    /** Deletes a directory with all that is in it, if it is there. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path libraryDirectory() {
        return directory.resolve("lib");
    }

    private Path targetOf(String entry) {
        if (entry.startsWith(OURS)) {
            return directory.resolve(entry.substring(OURS.length()));
        }
        if (LIBRARIES.stream().anyMatch(entry::startsWith)) {
            return libraryDirectory().resolve(entry.substring(entry.lastIndexOf('/') + 1));
        }
        return null;
    }

    private static void copy(JarFile source, ZipEntry entry, Path target) throws IOException {
        try (InputStream content = source.getInputStream(entry)) {
            Files.copy(content, target);
        }
    }
}
