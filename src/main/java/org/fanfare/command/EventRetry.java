package org.fanfare.command;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Dispatches events again. */
class EventRetry implements Command {

    @Override
    public String name() {
        return "eventretry";
    }

    @Override
    public String help() {
        return """
                Usage: java -jar fanfare.jar eventretry UUID...

                Has a server that runs dispatch events again: to all subscriptions that match them now and are enabled, also to
                those that have them already. Prints for each event how many deliveries are new, are made anew, or were under
                way; eventget tells later what became of them.

                """ + Rest.HELP + """

                Exit code: 0; 1 if the server cannot be asked, or an event is not there; 2 for wrong use.
                """;
    }

    @Override
    public Set<String> options() {
        return Rest.OPTIONS;
    }

    @Override
    public Set<String> flags() {
        return Set.of();
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        List<UUID> ids = arguments.uuids();
        if (ids.isEmpty()) {
            throw new WrongUse("Say which events, by their UUIDs.");
        }
        JsonObject order = Json.createObjectBuilder()
                .add(
                        "ids",
                        Json.createArrayBuilder(ids.stream().map(UUID::toString).toList()))
                .build();
        List<JsonObject> results = Rest.of(arguments)
                .post("/admin/events/retry", order)
                .asJsonArray()
                .getValuesAs(JsonObject.class);
        results.forEach(result -> out.println(result.getString("event") + " - " + sentence(result)));
        boolean areAllThere =
                results.stream().noneMatch(result -> result.getString("result").equals("unknown"));
        return areAllThere ? 0 : Commands.FAILED;
    }

    private static String sentence(JsonObject result) {
        return switch (result.getString("result")) {
            case "unknown" -> "there is no such event";
            case "not-yet" -> "its first dispatch is still to come";
            default ->
                "new %d, anew %d, under way %d"
                        .formatted(result.getInt("opened"), result.getInt("reopened"), result.getInt("pending"));
        };
    }
}
