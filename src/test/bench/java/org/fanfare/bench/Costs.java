package org.fanfare.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fanfare.bench.Results.Round;

/** What the rounds of each scenario cost, by which a run that was disturbed, or was not warm, is known. */
final class Costs {

    private static final List<String> FIGURES = List.of(
            "server CPU, ms per event",
            "of it compiling, ms per event",
            "database CPU, ms per event",
            "driver CPU, ms per event",
            "other side CPU, ms per event",
            "others' CPU, processors",
            "server RSS at most, MB");

    private Costs() {}

    /** As Markdown: medians over the rounds. */
    static String table(List<Round> rounds) {
        Map<String, List<Round>> groups = rounds.stream()
                .collect(Collectors.groupingBy(
                        round -> round.scenario() + " | " + round.contender(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        StringBuilder table = new StringBuilder("| scenario | of | rounds | ")
                .append(String.join(" | ", FIGURES))
                .append(" |\n| --- | --- |")
                .append(" ---: |".repeat(FIGURES.size() + 1))
                .append('\n');
        groups.forEach((name, group) -> table.append(line(name, group)));
        return table.toString();
    }

    private static String line(String name, List<Round> rounds) {
        String cells = FIGURES.stream()
                .map(figure -> rounds.stream()
                        .mapToDouble(round -> round.figures().get(figure))
                        .toArray())
                .map(values -> Row.text(Row.median(values)))
                .collect(Collectors.joining(" | "));
        return "| " + name + " | " + rounds.size() + " | " + cells + " |\n";
    }
}
