package org.fanfare.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rounds of one run as a table and as JSON.
 *
 * @param once what is measured once in a run
 */
record Report(BenchOptions options, String database, Figures once, List<Figures> rounds) {

    /** As Markdown: the median over the rounds, and their range. */
    String table() {
        StringBuilder table = new StringBuilder("""
                Fanfare on %s; %d + 1 subscriptions; %d rounds of %d events after %d to warm up; %s

                | figure | median | lowest | highest |
                | --- | ---: | ---: | ---: |
                """.formatted(
                        database,
                        options.subscriptions(),
                        options.rounds(),
                        options.events(),
                        options.warmup(),
                        options.rate() == 0
                                ? options.senders() + " senders, closed loop"
                                : options.rate() + " events per second, open loop"));
        for (String name : rounds.get(0).names()) {
            double[] sorted = sorted(name);
            table.append("| %s | %s | %s | %s |%n"
                    .formatted(name, text(median(sorted)), text(sorted[0]), text(sorted[sorted.length - 1])));
        }
        once.names().forEach(name -> table.append("| %s | %s | | |%n".formatted(name, text(once.get(name)))));
        return table.toString();
    }

    void write(Path file) throws IOException {
        JsonObjectBuilder settings = Json.createObjectBuilder();
        options.values().forEach(settings::add);
        JsonArrayBuilder each = Json.createArrayBuilder();
        rounds.forEach(round -> each.add(json(round)));
        JsonObjectBuilder medians = Json.createObjectBuilder();
        rounds.get(0).names().forEach(name -> add(medians, name, median(sorted(name))));
        Map<String, Boolean> pretty = Map.of(JsonGenerator.PRETTY_PRINTING, true);
        try (JsonWriter writer = Json.createWriterFactory(pretty).createWriter(Files.newBufferedWriter(file))) {
            writer.writeObject(Json.createObjectBuilder()
                    .add("database", database)
                    .add("processors", Runtime.getRuntime().availableProcessors())
                    .add("options", settings)
                    .add("median", medians)
                    .add("once", json(once))
                    .add("rounds", each)
                    .build());
        }
    }

    boolean isFlawless() {
        return once.get("unknown arrivals") == 0 && rounds.stream().allMatch(Figures::isFlawless);
    }

    /** The median of a figure over some rounds. */
    static double median(List<Figures> rounds, String name) {
        return median(rounds.stream().mapToDouble(round -> round.get(name)).sorted().toArray());
    }

    private double[] sorted(String name) {
        return rounds.stream().mapToDouble(round -> round.get(name)).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) || value >= 100 ? "%.0f" : "%.2f", value);
    }

    private static JsonObjectBuilder json(Figures figures) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        figures.names().forEach(name -> add(json, name, figures.get(name)));
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, double value) {
        if (Double.isFinite(value)) {
            json.add(name, Math.round(value * 1000) / 1000.0);
        } else {
            json.addNull(name);
        }
    }
}
