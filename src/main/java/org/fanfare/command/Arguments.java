package org.fanfare.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What follows a command's name: {@code --option value}, {@code --option=value}, {@code --flag}, and the rest.
 *
 * @param options values by option; a flag's is empty
 * @param rest what belongs to no option, in order
 */
record Arguments(Map<String, String> options, List<String> rest) {

    static Arguments read(List<String> words, Set<String> withValue, Set<String> flags) {
        Map<String, String> options = new HashMap<>();
        List<String> rest = new ArrayList<>();
        Deque<String> left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            String word = left.pop();
            int equals = word.indexOf('=');
            String name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
            if (!word.startsWith("-") || word.equals("-")) {
                rest.add(word);
            } else if (flags.contains(word)) {
                options.put(word, "");
            } else if (!withValue.contains(name)) {
                throw new WrongUse("There is no option \"" + name + "\".");
            } else if (!name.equals(word)) {
                options.put(name, word.substring(equals + 1));
            } else if (left.isEmpty()) {
                throw new WrongUse("The option " + name + " needs a value.");
            } else {
                options.put(name, left.pop());
            }
        }
        return new Arguments(Map.copyOf(options), List.copyOf(rest));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    /** The rest, as UUIDs. */
    List<UUID> uuids() {
        return rest.stream().map(Arguments::uuid).toList();
    }

    /** For commands to which nothing else belongs. */
    void requireNoRest() {
        if (!rest.isEmpty()) {
            throw new WrongUse("\"" + rest.get(0) + "\" is too much.");
        }
    }

    private static UUID uuid(String text) {
        String hex = text.replace("-", "");
        if (!hex.matches("[0-9a-fA-F]{32}")) {
            throw new WrongUse("\"" + text + "\" is no UUID.");
        }
        return new UUID(
                Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16));
    }
}
