package org.fanfare.launch;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The commands, which do something else than to start the server. They run in a class loader of their own, with what of
 * the jar they need: they know no server, and this room knows them by the name of their door alone.
 */
final class CommandLine {

    private static final String DOOR = "org.fanfare.command.Commands";
    private static final String APPLICATION = "FANFARE-INF/fanfare.war";
    private static final String MIGRATIONS = "WEB-INF/lib/flyway-";

    private static final List<String> LIBRARIES = List.of(
            "FANFARE-INF/command.jar",
            "MICRO-INF/runtime/jakarta.json.jar",
            "MICRO-INF/runtime/h2.jar",
            "MICRO-INF/lib/postgresql.jar");

    private final Path jar;

    CommandLine(Path jar) {
        this.jar = jar;
    }

    /** Whether these arguments name a command: all that the server takes are options. */
    static boolean isMeant(String... arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-");
    }

    /** Carries it out; gives the exit code. */
    int run(String... arguments) throws Exception {
        Path directory = Files.createTempDirectory("fanfare-command-");
        try (URLClassLoader libraries = new URLClassLoader(unpack(directory), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(libraries);
            return (int)
                    libraries.loadClass(DOOR).getMethod("run", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        } finally {
            Bundle.delete(directory);
        }
    }

    private URL[] unpack(Path directory) throws IOException {
        List<URL> urls = new ArrayList<>();
        try (JarFile source = new JarFile(jar.toFile())) {
            for (String name : LIBRARIES) {
                try (InputStream content = source.getInputStream(source.getEntry(name))) {
                    urls.add(copy(content, directory, name));
                }
            }
            try (ZipInputStream application = new ZipInputStream(source.getInputStream(source.getEntry(APPLICATION)))) {
                for (ZipEntry entry = application.getNextEntry(); entry != null; entry = application.getNextEntry()) {
                    if (entry.getName().startsWith(MIGRATIONS)) {
                        urls.add(copy(application, directory, entry.getName()));
                    }
                }
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static URL copy(InputStream content, Path directory, String name) throws IOException {
        Path target = directory.resolve(name.substring(name.lastIndexOf('/') + 1));
        Files.copy(content, target);
        return target.toUri().toURL();
    }
}
