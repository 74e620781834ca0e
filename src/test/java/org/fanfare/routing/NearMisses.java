package org.fanfare.routing;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fanfare.jsonpath.Dialect;

/**
 * Expressions of the kind that can be decided by looking up, and such as only look like it, with documents of few records
 * out of few values: so there are hits, and records that only together have what is asked for.
 */
final class NearMisses {

    private static final List<String> NAMES = List.of("a", "b", "c");

    /** Some are equal though written otherwise, some only nearly; some are equal in one dialect and not in the other. */
    private static final List<List<String>> ALIKE = List.of(
            List.of("\"x\"", "\"y\"", "\"1\"", "\"\""),
            List.of("1", "1.0", "true", "2"),
            List.of("0", "-0.0", "false", "null", "0.5"),
            List.of("9007199254740992", "9007199254740993", "9007199254740992.0", "9007199254740993.0"),
            List.of("100000000000000000000000", "1e23", "99999999999999991611392", "1.0e23"),
            List.of("1e400", "-1e400", "2e400", "1" + "0".repeat(400)),
            List.of("4611686018427387904", "4611686018427387905", "-9223372036854775808", "9223372036854775807"));

    private final Random random;
    private final Dialect dialect;
    private List<String> scalars = List.of();

    NearMisses(Random random, Dialect dialect) {
        this.random = random;
        this.dialect = dialect;
        newScalars();
    }

    /** How many kinds of values there are. */
    static int kindsOfValues() {
        return ALIKE.size();
    }

    /** Takes values of that kind, in expressions and documents alike. */
    void valuesAlike(int kind) {
        scalars = ALIKE.get(kind);
    }

    /** Chooses values of one kind, and one of another. */
    void newScalars() {
        List<String> first = pick(ALIKE);
        List<String> second = pick(ALIKE);
        scalars = List.of(pick(first), pick(first), pick(first), pick(second));
    }

    String expression() {
        String way =
                pick(List.of(".d[*]", ".d[*]", ".d[*]", ".d", ".*", "..*", "..d[*]", ".d[*].a", ".d[0]", ".d[0:]"));
        boolean guarded = chance(3) && isJsonpath2();
        String guard = guarded ? "[?(" + condition(1) + ")]" : "";
        return "$" + guard + (isJsonpath2() ? way : way.replace("[*]", "")) + filter() + (chance(4) ? filter() : "")
                + pick(List.of("", "", ".b", ".b", ".b.a", "[*]", "[\"a\",\"b\"]", "[0]"));
    }

    private String filter() {
        return isJsonpath2() ? "[?(" + condition(2) + ")]" : "[?" + condition(2) + "]";
    }

    private String condition(int depth) {
        int kind = random.nextInt(depth > 0 ? 10 : 5);
        if (kind < 5) {
            return atom(depth);
        }
        String and = isJsonpath2() ? " and " : " && ";
        String or = isJsonpath2() ? " or " : " || ";
        return several(kind < 8 ? and : or, () -> "(" + condition(depth - 1) + ")");
    }

    private String atom(int depth) {
        String member = pick(List.of("@.", "@.", "@.", "@.", "@.a.", "@..", "@[*].", "$.", "$.d[0].")) + pick(NAMES);
        int kind = random.nextInt(12);
        if (kind < 2) {
            return member;
        }
        if (kind == 2 && depth > 0) {
            return (chance(2) ? "@.a" : "$.d") + (isJsonpath2() ? "[*]" : "") + filter();
        }
        if (kind == 3) {
            return (isJsonpath2() ? "not " : "!") + member;
        }
        String other = pick(List.of("<", ">=", "!="));
        String one = isJsonpath2() ? member : member.replace("..", ".").replace("[*]", "");
        return one + (kind == 4 ? other : isJsonpath2() ? " = " : " == ") + pick(scalars);
    }

    /** A document of a few records that have most of the members, and members of its own. */
    String document() {
        return "{\"a\":%s,\"b\":%s,\"d\":%s}".formatted(value(), value(), chance(8) ? record(1) : records());
    }

    private String records() {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> record(2))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String record(int depth) {
        return NAMES.stream()
                .filter(name -> !chance(4))
                .map(name -> "\"" + name + "\":" + (depth > 0 && chance(4) ? record(depth - 1) : value()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String value() {
        return chance(10) ? "[" + pick(scalars) + "]" : pick(scalars);
    }

    private boolean isJsonpath2() {
        return dialect == Dialect.JSONPATH2;
    }

    private String several(String between, Supplier<String> part) {
        return IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(i -> part.get())
                .collect(Collectors.joining(between));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
