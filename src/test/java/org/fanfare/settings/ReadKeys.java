package org.fanfare.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fanfare.keys.Manual;
import org.fanfare.keys.ManualKey;

/** What the code reads, found by letting all that is made of {@link Settings} be made. */
final class ReadKeys {

    private static final Path CLASSES = Path.of("target", "classes");

    private ReadKeys() {}

    /** All keys that are read through Settings, and their kinds. */
    static Map<String, String> ofSettings(Manual manual) {
        List<Method> readers = readers();
        Map<String, String> kinds = new TreeMap<>();
        readAll(readers, key -> standard(manual, key), kinds);
        // What is empty by default may be read further once it is there: each in turn has a value.
        for (ManualKey key : manual.keys()) {
            if (key.standard().isEmpty()) {
                readAll(readers, asked -> asked.equals(key.name()) ? Optional.of("1") : standard(manual, asked), kinds);
            }
        }
        return kinds;
    }

    private static Optional<String> standard(Manual manual, String key) {
        return manual.keys().stream()
                .filter(each -> each.name().equals(key))
                .map(ManualKey::standard)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static void readAll(
            List<Method> readers, Function<String, Optional<String>> source, Map<String, String> kinds) {
        readers.forEach(each -> read(each, new RecordingSettings(source, kinds)));
    }

    private static void read(Method reader, Settings settings) {
        Object[] arguments = Arrays.stream(reader.getParameterTypes())
                .map(type -> type == Settings.class ? settings : null)
                .toArray();
        try {
            reader.setAccessible(true);
            reader.invoke(null, arguments);
        } catch (InvocationTargetException refused) {
            // What it has read until then is noted. Some values are wrong on purpose.
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Method> readers() {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("org/fanfare"))) {
            return files.map(CLASSES::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".class"))
                    .filter(name -> !name.contains("/launch/") && !name.contains("/broker/"))
                    .sorted()
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .map(ReadKeys::load)
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .filter(method -> Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                    .filter(method -> method.getName().equals("of")
                            && List.of(method.getParameterTypes()).contains(Settings.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ReadKeys.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that might read a key by its name: the sources, and what the servers are set up with. */
    static String allSources() {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"));
                Stream<Path> servers = Files.walk(Path.of("server-config"))) {
            return Stream.concat(sources, servers)
                    .filter(Files::isRegularFile)
                    .map(ReadKeys::text)
                    .reduce("", (all, each) -> all + '\n' + each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
