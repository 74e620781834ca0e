package org.fanfare.command;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Removes events. */
class EventPurge implements Command {

    private static final String OLDER_THAN = "--older-than-date";
    private static final String FORMAT = "--date-format";
    private static final String OWED = "--owed";
    private static final String AFTER = "after";
    private static final Duration DAY = Duration.ofHours(24);

    @Override
    public String name() {
        return "eventpurge";
    }

    @Override
    public String help() {
        return """
                Usage: java -jar fanfare.jar eventpurge [UUID...] [--older-than-date DATE] [--owed]

                Removes events of a server that runs, with their deliveries and attempts: these, or else all that came before a
                time. What is still owed to somebody is kept. (A server removes by itself what is older than its retention.)

                  --older-than-date DATE  (24 hours ago)
                  --date-format F         of the date, as of strptime (%Y-%m-%d %H:%M:%S); it is UTC
                  --owed                  also what is still to be delivered, or held
                """ + Rest.HELP + """

                Exit code: 0; 1 if the server cannot be asked; 2 for wrong use.
                """;
    }

    @Override
    public Set<String> options() {
        Set<String> options = new HashSet<>(Rest.OPTIONS);
        options.addAll(Set.of(OLDER_THAN, FORMAT));
        return options;
    }

    @Override
    public Set<String> flags() {
        return Set.of(OWED);
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        Rest server = Rest.of(arguments);
        JsonObject order = order(arguments);
        int purged = 0;
        int kept = 0;
        JsonObject answer;
        do {
            answer = server.post("/admin/events/purge", order).asJsonObject();
            purged += answer.getInt("purged");
            kept += answer.getInt("kept");
            order = Json.createObjectBuilder(order)
                    .add(AFTER, answer.getString(AFTER, ""))
                    .build();
        } while (answer.containsKey(AFTER));
        out.println("purged " + purged + ", kept " + kept + " that are still owed");
        return 0;
    }

    private static JsonObject order(Arguments arguments) {
        JsonObjectBuilder order = Json.createObjectBuilder();
        List<UUID> ids = arguments.uuids();
        if (ids.isEmpty()) {
            DateFormat format = DateFormat.of(arguments.value(FORMAT).orElse(DateFormat.DEFAULT));
            Instant olderThan = arguments
                    .value(OLDER_THAN)
                    .map(format::read)
                    .orElseGet(() -> Instant.now().minus(DAY));
            order.add("olderThan", olderThan.toString());
        } else {
            order.add(
                    "ids",
                    Json.createArrayBuilder(ids.stream().map(UUID::toString).toList()));
        }
        return order.add("owed", arguments.has(OWED)).build();
    }
}
