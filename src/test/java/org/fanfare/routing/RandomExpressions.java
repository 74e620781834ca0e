package org.fanfare.routing;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fanfare.jsonpath.Dialect;

/** Makes up expressions with everything a dialect has, out of few names and values, so that they often match. */
final class RandomExpressions {

    private static final List<String> NAMES = List.of("a", "b", "c", "data");
    private static final List<String> SCALARS = List.of(
            "0",
            "1",
            "2",
            "1.0",
            "1.5",
            "-1",
            "-0.0",
            "9007199254740993",
            "9007199254740992",
            "1e400",
            "true",
            "false",
            "null",
            "\"x\"",
            "\"y\"",
            "\"a\"",
            "\"\"");

    private final Random random;
    private final Dialect dialect;

    RandomExpressions(Random random, Dialect dialect) {
        this.random = random;
        this.dialect = dialect;
    }

    String next() {
        return path("$", 3);
    }

    private boolean isJsonpath2() {
        return dialect == Dialect.JSONPATH2;
    }

    private String path(String origin, int depth) {
        int steps = random.nextInt(depth + 2);
        return origin
                + IntStream.range(0, steps).mapToObj(i -> segment(depth - 1)).collect(Collectors.joining());
    }

    private String segment(int depth) {
        String dots = chance(10) ? ".." : "";
        int kind = random.nextInt(12);
        if (kind < 4) {
            return (dots.isEmpty() ? "." : dots) + name();
        }
        if (kind < 6) {
            return dots + "[*]";
        }
        if (kind < 7 && isJsonpath2()) {
            return (dots.isEmpty() ? "." : dots) + call(depth);
        }
        int selectors = chance(12) ? 2 : 1;
        return dots + "[" + several(selectors, ",", () -> selector(depth)) + "]";
    }

    private String selector(int depth) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return "\"" + name() + "\"";
        }
        if (kind == 1) {
            return pick(List.of("0", "1", "-1", "1:", "::2", ":2", "-1:0:-1", "::0"));
        }
        if (kind == 2) {
            return "*";
        }
        if (kind == 3 && isJsonpath2() && depth > 0) {
            return path(pick(List.of("$", "@")), depth - 1);
        }
        return isJsonpath2() ? "?(" + condition(depth) + ")" : "?" + condition(depth);
    }

    private String condition(int depth) {
        int kind = depth <= 0 ? 9 : random.nextInt(10);
        if (kind < 2) {
            return several(2 + random.nextInt(2), isJsonpath2() ? " and " : " && ", () -> grouped(depth - 1));
        }
        if (kind < 4) {
            return several(2 + random.nextInt(2), isJsonpath2() ? " or " : " || ", () -> grouped(depth - 1));
        }
        if (kind == 4) {
            return (isJsonpath2() ? "not (" : "!(") + condition(depth - 1) + ")";
        }
        return isJsonpath2() ? comparison(depth) : standardComparison(depth);
    }

    private String grouped(int depth) {
        return chance(3) ? condition(0) : "(" + condition(depth) + ")";
    }

    private String comparison(int depth) {
        int kind = random.nextInt(12);
        if (kind == 0) {
            return path(pick(List.of("$", "@")), Math.max(depth, 1));
        }
        if (kind == 1) {
            return value();
        }
        String operator = pick(List.of("=", "=", "=", "=", "!=", "<", "<=", ">", ">=", "contains"));
        return operand(depth) + " " + operator + " " + (chance(4) ? operand(depth) : value());
    }

    private String operand(int depth) {
        if (chance(8)) {
            return value();
        }
        return chance(2) ? "@." + name() : path(chance(5) ? "$" : "@", Math.max(depth, 1));
    }

    private String standardComparison(int depth) {
        int kind = random.nextInt(12);
        if (kind == 0) {
            return path(pick(List.of("$", "@")), Math.max(depth, 1));
        }
        if (kind == 1) {
            return pick(List.of("match", "search")) + "(" + singular() + ", \"[xy]\")";
        }
        String operator = pick(List.of("==", "==", "==", "==", "!=", "<", "<=", ">", ">="));
        return standardOperand(depth) + " " + operator + " " + standardOperand(depth);
    }

    private String standardOperand(int depth) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return "count(" + path("@", Math.max(depth, 1)) + ")";
        }
        if (kind == 1) {
            return "length(" + singular() + ")";
        }
        if (kind == 2) {
            return "value(" + path("@", Math.max(depth, 1)) + ")";
        }
        return kind < 6 ? scalar() : singular();
    }

    private String singular() {
        String origin = chance(5) ? "$" : "@";
        return origin + several(1 + random.nextInt(2), "", () -> chance(6) ? "[0]" : "." + name());
    }

    private String call(int depth) {
        String argument = chance(3) && depth > 0 ? path("@", depth - 1) : "0";
        return pick(List.of("length()", "keys()", "values()", "entries()", "charAt(%s)", "substring(%s)"))
                .formatted(argument);
    }

    private String value() {
        return chance(10) ? pick(List.of("[]", "[1]", "{}", "{\"a\": 1}", "[true]")) : scalar();
    }

    String scalar() {
        return pick(SCALARS);
    }

    String name() {
        return pick(NAMES);
    }

    private String several(int times, String between, Supplier<String> part) {
        return IntStream.range(0, times).mapToObj(i -> part.get()).collect(Collectors.joining(between));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** A document as text, of the same names and values. */
    String document(int depth) {
        int kind = random.nextInt(depth > 0 ? 8 : 1);
        if (kind == 0) {
            return scalar();
        }
        if (kind < 3) {
            return "[" + several(random.nextInt(4), ",", () -> document(depth - 1)) + "]";
        }
        List<String> names = NAMES.stream().filter(name -> !chance(3)).toList();
        return names.stream()
                .map(name -> "\"" + name + "\":" + document(depth - 1))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
