package org.fanfare.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table in docs/access.md, which people read and tests hold Fanfare to. */
public final class AccessTable {

    private static final Path PAGE = Path.of("docs", "access.md");
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]+) \\| `(/[^`]*)` \\| ([a-z, ]+) \\|");
    private static final String ANYBODY = "anybody";

    private AccessTable() {}

    /**
     * A row.
     *
     * @param who role names, or "anybody" alone
     */
    public record Row(String method, String path, Set<String> who) {

        public boolean isForAnybody() {
            return who.contains(ANYBODY);
        }

        /** Whether somebody with this role alone may. An admin has all that an operator has. */
        public boolean isFor(String role) {
            return isForAnybody() || who.contains(role) || role.equals("admin") && who.contains("operator");
        }

        /** As the document of the API names it. */
        public String operation() {
            return method.toLowerCase() + " " + path;
        }
    }

    public static List<Row> rows() {
        try {
            return Files.readAllLines(PAGE).stream()
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(row -> new Row(row.group(1), row.group(2), names(row.group(3))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(String cell) {
        return new TreeSet<>(Arrays.asList(cell.strip().split(", ")));
    }
}
