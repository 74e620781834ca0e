package org.fanfare.command;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Takes over the subscriptions of a Pacifica service. */
class Import implements Command {

    private static final String FROM = "--from";
    private static final String FROM_USER = "--from-user";
    private static final String FROM_PASSWORD = "--from-password";
    private static final String ZONE = "--zone";
    private static final String TENANT = "--tenant";
    private static final String DRY_RUN = "--dry-run";
    private static final String CSV = "text/csv";
    private static final String JSON_LINES = "application/x-ndjson";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String help() {
        return """
                Usage: java -jar fanfare.jar import FILE [--zone ZONE] [--dry-run]
                       java -jar fanfare.jar import --from jdbc:postgresql://HOST/NAME [--zone ZONE] [--dry-run]

                Takes over the subscriptions of a Pacifica service, its table eventmatch, into a server that runs. FILE is CSV
                whose first line names the columns, or one JSON object a line (.jsonl, .ndjson); - is the standard input, as
                CSV. What is there already stays as it is, so it can be repeated.

                  --from URL             read the table from this database; nothing is changed there
                  --from-user NAME       (the URL may have it: ?user=NAME)
                  --from-password TEXT   better in PGPASSWORD, as others see command lines
                  --zone ZONE            where the Pacifica service runs, such as America/Los_Angeles (UTC): it stores times
                                         as its wall clock shows them
                  --tenant NAME          whose they are to be (default)
                  --dry-run              only tell what would become of each row
                """ + Rest.HELP + """

                Exit code: 0; 1 if a row was refused, or the server cannot be asked; 2 for wrong use.
                """;
    }

    @Override
    public Set<String> options() {
        Set<String> options = new HashSet<>(Rest.OPTIONS);
        options.addAll(Set.of(FROM, FROM_USER, FROM_PASSWORD, ZONE, TENANT));
        return options;
    }

    @Override
    public Set<String> flags() {
        return Set.of(DRY_RUN);
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        boolean isFile = arguments.rest().size() == 1;
        if (arguments.rest().size() > 1 || isFile == arguments.has(FROM)) {
            throw new WrongUse("Say either one file or --from.");
        }
        Report report = new Report(out);
        Rest server = Rest.of(arguments);
        String path = path(arguments);
        if (isFile) {
            String file = arguments.rest().get(0);
            report.take(server.post(path, typeOf(file), read(file)).asJsonObject());
        } else {
            table(arguments)
                    .inParts(lines -> report.take(server.post(path, JSON_LINES, lines.getBytes(StandardCharsets.UTF_8))
                            .asJsonObject()));
        }
        return report.end();
    }

    private static String path(Arguments arguments) {
        return "/admin/imports?dry-run=" + arguments.has(DRY_RUN)
                + "&zone=" + encoded(arguments.value(ZONE).orElse("UTC"))
                + "&tenant=" + encoded(arguments.value(TENANT).orElse("default"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static PacificaTable table(Arguments arguments) {
        return new PacificaTable(
                arguments.value(FROM).orElseThrow(),
                arguments.value(FROM_USER).orElse(null),
                arguments.value(FROM_PASSWORD).orElse(System.getenv("PGPASSWORD")));
    }

    private static String typeOf(String file) {
        return file.endsWith(".jsonl") || file.endsWith(".ndjson") ? JSON_LINES : CSV;
    }

    private static byte[] read(String file) {
        try {
            return file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException missing) {
            throw new CommandFailed("There is no file " + file + ".");
        } catch (IOException unreadable) {
            throw new CommandFailed("The file " + file + " cannot be read (" + unreadable + ").");
        }
    }

    /** Prints what is not as wished, row by row, and at the end the sums. */
    private static final class Report {

        private static final List<String> RESULTS = List.of("imported", "unchanged", "exists", "refused");

        private final PrintStream out;
        private final Map<String, Integer> sums = new TreeMap<>();
        private int before;
        private boolean isDryRun;

        Report(PrintStream out) {
            this.out = out;
        }

        void take(JsonObject answer) {
            isDryRun = answer.getBoolean("dryRun");
            RESULTS.forEach(result -> sums.merge(result, answer.getInt(result), Integer::sum));
            List<JsonObject> rows = answer.getJsonArray("rows").getValuesAs(JsonObject.class);
            for (JsonObject row : rows) {
                if (Set.of("exists", "refused").contains(row.getString("result"))) {
                    out.println(line(row));
                }
            }
            before += rows.size();
        }

        private String line(JsonObject row) {
            StringBuilder line = new StringBuilder("row " + (before + row.getInt("row")) + " "
                    + row.getString("uuid", "without uuid") + " " + row.getString("result"));
            if (row.containsKey("errors")) {
                for (JsonObject error : row.getJsonArray("errors").getValuesAs(JsonObject.class)) {
                    line.append(" | ").append(((JsonString) error.get("detail")).getString());
                }
            }
            return line.toString();
        }

        int end() {
            out.printf(
                    "%simported %d, unchanged %d, exists %d, refused %d%n",
                    isDryRun ? "would be: " : "", sum("imported"), sum("unchanged"), sum("exists"), sum("refused"));
            return sum("refused") == 0 ? 0 : Commands.FAILED;
        }

        private int sum(String result) {
            return sums.getOrDefault(result, 0);
        }
    }
}
