package org.fanfare.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The results as JSON, for whoever draws or compares them. */
final class JsonReport {

    private JsonReport() {}

    static void write(Results results, BenchOptions options, Path file) throws IOException {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("surroundings", object(results.surroundings().facts()))
                .add("scenarios", Json.createArrayBuilder(options.scenarios()))
                .add("options", object(options.values()))
                .add("settings", object(FanfareProcess.SETTINGS))
                .add("figures", rows(results))
                .add("faults", faults(results.faults()))
                .add("notes", Json.createArrayBuilder(results.notes()))
                .add("rounds", rounds(results));
        Map<String, Boolean> pretty = Map.of(JsonGenerator.PRETTY_PRINTING, true);
        try (JsonWriter writer = Json.createWriterFactory(pretty).createWriter(Files.newBufferedWriter(file))) {
            writer.writeObject(json.build());
        }
    }

    private static JsonObjectBuilder object(Map<String, String> values) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        values.forEach(json::add);
        return json;
    }

    private static JsonArrayBuilder rows(Results results) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        results.rows().forEach(row -> rows.add(json(row)));
        return rows;
    }

    private static JsonObjectBuilder json(Row row) {
        JsonArrayBuilder values = Json.createArrayBuilder();
        for (double value : row.values()) {
            if (Double.isFinite(value)) {
                values.add(rounded(value));
            } else {
                values.addNull();
            }
        }
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("scenario", row.scenario())
                .add("figure", row.figure())
                .add("of", row.contender())
                .add("rounds", values);
        add(json, "median", row.median());
        add(json, "lowest", row.lowest());
        add(json, "highest", row.highest());
        if (!row.beside().isEmpty()) {
            add(json, "ratio", row.ratio());
            json.add("beside", row.beside());
        }
        row.target().ifPresent(target -> json.add("target", target.text()));
        row.isMet().ifPresent(met -> json.add("met", met));
        return json;
    }

    private static JsonObjectBuilder faults(Faults faults) {
        return Json.createObjectBuilder()
                .add("refused", faults.refused())
                .add("missing", faults.missing())
                .add("duplicates", faults.duplicates())
                .add("strangers", faults.strangers())
                .add("changed", faults.changed());
    }

    private static JsonArrayBuilder rounds(Results results) {
        JsonArrayBuilder rounds = Json.createArrayBuilder();
        for (Results.Round round : results.rounds()) {
            JsonObjectBuilder figures = Json.createObjectBuilder();
            round.figures()
                    .names()
                    .forEach(name -> add(figures, name, round.figures().get(name)));
            rounds.add(Json.createObjectBuilder()
                    .add("scenario", round.scenario())
                    .add("of", round.contender())
                    .add("round", round.name())
                    .add("figures", figures));
        }
        return rounds;
    }

    private static void add(JsonObjectBuilder json, String name, double value) {
        if (Double.isFinite(value)) {
            json.add(name, rounded(value));
        } else {
            json.addNull(name);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
