package org.fanfare.keys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code META-INF/microprofile-config.properties}, read as the manual that it is: sections ({@code # --- Title ---}), and
 * in them keys with the comment above them. {@code #fanfare.home=...}, without a space, is a key that is read before that
 * file is, or whose default is not a fixed text. Keys of MicroProfile ({@code mp.}) stand there too.
 */
public final class Manual {

    /** Where it is, from the root of the classes. */
    public static final String FILE = "META-INF/microprofile-config.properties";

    /** What all keys begin with. */
    public static final String PREFIX = "fanfare.";

    private static final Pattern TITLE = Pattern.compile("# --- (.+?) -+");
    private static final Pattern KEY = Pattern.compile("#?((?:fanfare|mp)\\.[^=\\s]+)=(.*)");

    /** A part of the manual. */
    public record Section(String title, List<ManualKey> keys) {}

    private final List<Section> sections = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Manual() {}

    /** Reads the text of the file; other lines than those of the manual are passed over. */
    public static Manual read(InputStream file) {
        Manual manual = new Manual();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                manual.take(line.strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return manual;
    }

    private void take(String line) {
        Matcher title = TITLE.matcher(line);
        Matcher key = KEY.matcher(line);
        if (title.matches()) {
            sections.add(new Section(title.group(1), new ArrayList<>()));
            text.setLength(0);
        } else if (key.matches() && !sections.isEmpty()) {
            ManualKey entry = new ManualKey(key.group(1), key.group(2).strip(), text.toString());
            sections.get(sections.size() - 1).keys().add(entry);
            text.setLength(0);
        } else if (line.startsWith("#")) {
            text.append(text.isEmpty() ? "" : " ").append(line.substring(1).strip());
        } else {
            text.setLength(0);
        }
    }

    /** In the order of the file; sections that have no key are left out. */
    public List<Section> sections() {
        return sections.stream().filter(section -> !section.keys().isEmpty()).toList();
    }

    /** All keys. */
    public List<ManualKey> keys() {
        return sections.stream().flatMap(section -> section.keys().stream()).toList();
    }

    /** Whether there is such a key. */
    public boolean has(String key) {
        return keys().stream().anyMatch(each -> each.isNamed(key));
    }

    /** Whether an environment variable of that name sets a key. */
    public boolean hasVariable(String variable) {
        return keys().stream().anyMatch(each -> each.isSetBy(variable));
    }
}
