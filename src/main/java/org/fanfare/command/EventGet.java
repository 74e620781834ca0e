package org.fanfare.command;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Prints events, and how their deliveries stand. */
class EventGet implements Command {

    private static final String LIMIT = "--limit";
    private static final String START = "--start-date";
    private static final String END = "--end-date";
    private static final String FORMAT = "--date-format";
    private static final Duration LAST = Duration.ofHours(24);
    private static final String DEFAULT_LIMIT = "10";

    @Override
    public String name() {
        return "eventget";
    }

    @Override
    public String help() {
        return """
                Usage: java -jar fanfare.jar eventget [UUID...] [--limit N] [--start-date DATE] [--end-date DATE]

                Prints events of a server that runs, newest first, and for each subscription that matched a line with its
                uuid and the last answers of the policy service and of the target. An event's UUID is the one that /receive
                answered.

                  --limit N          at most so many, 1 to 1000 (10); not for UUIDs
                  --start-date DATE  that came then or later (24 hours ago)
                  --end-date DATE    that came before (now)
                  --date-format F    of the dates, as of strptime (%Y-%m-%d %H:%M:%S); they are UTC
                """ + Rest.HELP + """

                Exit code: 0; 1 if the server cannot be asked; 2 for wrong use.
                """;
    }

    @Override
    public Set<String> options() {
        Set<String> options = new HashSet<>(Rest.OPTIONS);
        options.addAll(Set.of(LIMIT, START, END, FORMAT));
        return options;
    }

    @Override
    public Set<String> flags() {
        return Set.of();
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        List<UUID> ids = arguments.uuids();
        Rest server = Rest.of(arguments);
        String query = ids.isEmpty()
                ? ofTime(arguments, Instant.now())
                : "ids=" + ids.stream().map(UUID::toString).collect(Collectors.joining(","));
        server.get("/admin/events?" + query)
                .asJsonArray()
                .getValuesAs(JsonObject.class)
                .forEach(entry -> print(entry, out));
        return 0;
    }

    private static String ofTime(Arguments arguments, Instant now) {
        DateFormat format = DateFormat.of(arguments.value(FORMAT).orElse(DateFormat.DEFAULT));
        Instant start = arguments.value(START).map(format::read).orElse(now.minus(LAST));
        Instant end = arguments.value(END).map(format::read).orElse(now);
        if (start.isAfter(end)) {
            throw new CommandFailed("The start date is after the end date.");
        }
        String limit = arguments.value(LIMIT).orElse(DEFAULT_LIMIT);
        return "limit=" + URLEncoder.encode(limit, StandardCharsets.UTF_8) + "&since=" + start + "&until=" + end;
    }

    private static void print(JsonObject entry, PrintStream out) {
        JsonObject event = entry.getJsonObject("event");
        out.printf(
                "%s (%s) %s %s %s%n",
                event.getString("id"),
                event.getString("receivedAt"),
                event.getString("type"),
                event.getString("source"),
                event.getString("eventId"));
        for (JsonObject match : entry.getJsonArray("matches").getValuesAs(JsonObject.class)) {
            out.printf(
                    "    ELM %s (%s) policy %s target %s%n",
                    match.getString("subscription"),
                    match.getString("created"),
                    code(match.get("policy")),
                    code(match.get("target")));
        }
    }

    /** As the Pacifica service prints what is not there. */
    private static String code(JsonValue status) {
        return status == null ? "None" : status.toString();
    }
}
