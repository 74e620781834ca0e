package org.fanfare.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * As much of an INI file as Python's {@code configparser} makes of the original's: what is in {@code [DEFAULT]} holds in
 * all sections, names are read in small letters, and "%" is written twice.
 */
final class IniFile {

    private static final String EVERYWHERE = "DEFAULT";

    private final Map<String, String> values = new HashMap<>();

    /** @throws IOException if it cannot be read, or has lines that are no INI; the message says which */
    static IniFile read(Path path) throws IOException {
        IniFile file = new IniFile();
        String section = null;
        int number = 0;
        for (String raw : Files.readAllLines(path)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1);
                continue;
            }
            int sign = line.replace(':', '=').indexOf('=');
            if (section == null || sign < 1) {
                throw new IOException("line " + number + " is neither [section] nor name = value");
            }
            String name = line.substring(0, sign).strip().toLowerCase(Locale.ROOT);
            file.values.put(
                    section + "." + name, single(line.substring(sign + 1).strip(), number));
        }
        return file;
    }

    private static String single(String value, int line) throws IOException {
        if (value.replace("%%", "").contains("%")) {
            throw new IOException("in line " + line + " a % is not doubled");
        }
        return value.replace("%%", "%");
    }

    Optional<String> value(String section, String name) {
        String own = values.get(section + "." + name);
        return Optional.ofNullable(own == null ? values.get(EVERYWHERE + "." + name) : own);
    }
}
