package org.fanfare.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.subscription.Imports;
import org.fanfare.wire.JsonText;

/** Reads rows of the table {@code eventmatch}; what cannot be read as a whole is a problem. */
final class MatchRows {

    /** So many in one request. */
    static final int MOST = 10_000;

    /** Without them there is no row to take. */
    private static final Set<String> REQUIRED = Set.of("uuid", "user", "jsonpath", "target_url");

    private MatchRows() {}

    /** With a first line that names the columns, in any order. */
    static List<MatchRow> ofCsv(byte[] body, ZoneId zone) {
        List<List<String>> records = Csv.read(text(body));
        if (records.isEmpty()) {
            throw malformed("The body has no line that names the columns.");
        }
        List<String> names = records.get(0);
        checkNames(names);
        checkCount(records.size() - 1);
        List<MatchRow> rows = new ArrayList<>();
        for (int number = 1; number < records.size(); number++) {
            rows.add(row(number, names, records.get(number), zone));
        }
        return rows;
    }

    /** One JSON object a line: columns by name, {@code auth} and {@code extensions} as text or as objects. */
    static List<MatchRow> ofJsonLines(byte[] body, ZoneId zone) {
        List<String> lines = text(body).lines().filter(line -> !line.isBlank()).toList();
        checkCount(lines.size());
        List<MatchRow> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(row(rows.size() + 1, line, zone));
        }
        return rows;
    }

    private static MatchRow row(int number, List<String> names, List<String> fields, ZoneId zone) {
        if (fields.size() != names.size()) {
            return MatchRow.unreadable(number, "The row has %d fields, not %d.".formatted(fields.size(), names.size()));
        }
        JsonObjectBuilder columns = JsonText.JSON.createObjectBuilder();
        for (int i = 0; i < fields.size(); i++) {
            String name = names.get(i);
            // It is never null there, but may be empty, which not all who write CSV put into quotes.
            String field = fields.get(i) == null && name.equals("name") ? "" : fields.get(i);
            if (field != null) {
                columns.add(name, field);
            }
        }
        return MatchRow.of(number, columns.build(), zone);
    }

    private static MatchRow row(int number, String line, ZoneId zone) {
        List<String> refusals = new ArrayList<>();
        Optional<JsonValue> value = JsonText.read(line.getBytes(StandardCharsets.UTF_8), refusals::add);
        if (value.isEmpty()) {
            return MatchRow.unreadable(number, "The line " + refusals.get(0) + ".");
        }
        return value.get() instanceof JsonObject columns
                ? MatchRow.of(number, columns, zone)
                : MatchRow.unreadable(number, "The line must be a JSON object.");
    }

    private static void checkNames(List<String> names) {
        Set<String> given = new HashSet<>();
        for (String name : names) {
            if (name == null || !Imports.COLUMNS.contains(name)) {
                throw malformed("There is no column \"%s\". There are %s."
                        .formatted(name == null ? "" : name, String.join(", ", Imports.COLUMNS)));
            }
            if (!given.add(name)) {
                throw malformed("The column " + name + " is there twice.");
            }
        }
        if (!given.containsAll(REQUIRED)) {
            throw malformed("The columns " + String.join(", ", new TreeSet<>(REQUIRED)) + " have to be there.");
        }
    }

    private static void checkCount(int rows) {
        if (rows > MOST) {
            throw malformed("One request takes at most " + MOST + " rows.");
        }
    }

    private static String text(byte[] body) {
        return JsonText.utf8(body).orElseThrow(() -> malformed("The body is not valid UTF-8."));
    }

    private static Problem malformed(String sentence) {
        return Problem.of(ProblemType.MALFORMED, List.of(new Fault("", sentence)));
    }
}
