package org.fanfare.bench;

import java.util.ArrayList;
import java.util.List;

/** What a run has given so far: the rows of its table, the figures of each round, and what went wrong. */
final class Results {

    private static final String HEAD = """
            | scenario | figure | of | median | lowest | highest | ratio | target | |
            | --- | --- | --- | ---: | ---: | ---: | --- | --- | --- |
            """;

    private final Surroundings surroundings;
    private final List<Row> rows = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Faults faults = Faults.NONE;

    Results(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The figures of one round. */
    record Round(String scenario, String contender, String name, Figures figures) {}

    Surroundings surroundings() {
        return surroundings;
    }

    synchronized Row add(Row row) {
        rows.add(row);
        return row;
    }

    synchronized void addRound(String scenario, String name, Outcome outcome) {
        rounds.add(new Round(scenario, outcome.contender().name(), name, outcome.figures()));
    }

    /** Something a reader of the table has to know. */
    synchronized void note(String note) {
        notes.add(note);
        Stage.say(note);
    }

    /** @param firstRefusal why; null if nothing was refused */
    synchronized void count(Faults more, String firstRefusal) {
        faults = faults.plus(more);
        if (firstRefusal != null) {
            note("refused: " + firstRefusal);
        }
    }

    synchronized void countLate(int arrivals) {
        faults = faults.plus(new Faults(0, 0, arrivals, 0, 0));
    }

    synchronized Faults faults() {
        return faults;
    }

    synchronized List<Row> rows() {
        return List.copyOf(rows);
    }

    synchronized List<Round> rounds() {
        return List.copyOf(rounds);
    }

    synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    /** As Markdown. */
    synchronized String table() {
        StringBuilder table =
                new StringBuilder(surroundings.text()).append("\n\n").append(HEAD);
        rows.forEach(row -> table.append(row.line()).append('\n'));
        table.append('\n').append(Costs.table(rounds));
        table.append('\n').append(faults.text()).append('\n');
        notes.forEach(note -> table.append("- ").append(note).append('\n'));
        return table.toString();
    }
}
