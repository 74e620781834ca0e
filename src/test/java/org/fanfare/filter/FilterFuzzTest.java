package org.fanfare.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.fanfare.jsonpath.Budget;
import org.fanfare.problem.Fault;
import org.fanfare.syntax.Compilation;
import org.fanfare.syntax.Limits;
import org.fanfare.testing.SmallStack;

/**
 * Whatever text comes as an expression, and whatever it meets: a clean refusal, a match, no match, or a breakdown with a
 * sentence; within the steps there are, and with little stack.
 */
class FilterFuzzTest {

    private static final int STEPS = 20_000;
    private static final int STACK_BYTES = 512 * 1024;

    private static final Map<FilterDialect, List<String>> EXAMPLES = Map.of(
            FilterDialect.JSONPATH2,
            List.of(
                    "$[?(@[\"eventType\"] = \"t\")][\"data\"][*][?(@.a = 1 and @[\"b\"] != \"x\" or not @.c)][\"_id\"]",
                    "$..*[?(@ contains \"x\")].length()",
                    "$.a[1:2:3,-1,$.b[*]].substring(1,2)",
                    "$[?(@.a[*] = $.b[*] and @.c >= 1.5e3)]",
                    "$..*[?(@ != 5 or @ contains $)]",
                    "data"),
            FilterDialect.JSONPATH,
            List.of(
                    "$.a[?@.b == 'x' && (@.c > 1 || !@.d)]['e', 0, ::-1]",
                    "$..[?match(@.a, '(a|b)*c{2,3}[^x-z]\\\\p{Lu}') && count($..*) > length(@.b)]",
                    "$..[?(@.a != @.b || @ != 5)]",
                    "$[?search(@, $.a) || value(@..b) == null]"),
            FilterDialect.JAYWAY,
            List.of(
                    "$.a[?(@.b == 'x' && @.c =~ /a.*b/i)]['e','f'].length()",
                    "$..a[0,1][-1:]",
                    "$..[?(@.a != 5 || @ != 5)]",
                    "$[?(@.a in ['x', 1] || @.b empty true)]"),
            FilterDialect.SQL,
            List.of(
                    "type LIKE 'a%\\_b_' AND NOT (number + 5 * 2 / 3 % 4 >= -1 OR EXISTS subject) XOR TRUE",
                    "CONCAT_WS('-', LEFT(type, 2), UPPER(SUBSTRING(source, 1, 3))) IN ('a', 'b', number)",
                    "1 + 1 = 2 OR type != 'x'",
                    "ABS(INT('12')) != LENGTH(TRIM(id)) AND BOOL(flag)"));

    private static final List<String> TOKENS = List.of(
            "$",
            "@",
            ".",
            "..",
            "[",
            "]",
            "(",
            ")",
            "[?(",
            ")]",
            "[?",
            "*",
            ",",
            ":",
            "?",
            "!",
            "-",
            "+",
            "/",
            "%",
            "\"",
            "'",
            "\\",
            "{",
            "}",
            "=",
            "==",
            "!=",
            "<",
            "<=",
            ">",
            "<>",
            "=~",
            "&&",
            "||",
            " and ",
            " or ",
            " not ",
            " AND ",
            " NOT ",
            " LIKE ",
            " IN ",
            " EXISTS ",
            " XOR ",
            " contains ",
            "length(",
            "match(",
            "count(",
            "a",
            "b",
            "data",
            "type",
            "number",
            "\"x\"",
            "'x'",
            "1",
            "-1",
            "0",
            "2147483648",
            "1e999",
            "1.5",
            "9007199254740993",
            "true",
            "null",
            " ",
            "\n",
            "\u0000",
            "\ud83d\ude00",
            "\ud800",
            "é",
            "(a*)*",
            "{2,3}",
            "\\p{L}",
            "[a-z]",
            "$.a[*]");

    private final SmallStack smallStack = new SmallStack(STACK_BYTES);

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void tokensInAnyOrderAreRefusedOrTested(
            @ForAll("dialects") FilterDialect dialect,
            @ForAll("tokens") String text,
            @ForAll("events") EventFacts event) {
        check(dialect, text, event);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void spoiltExamplesAreRefusedOrTested(
            @ForAll("dialects") FilterDialect dialect,
            @ForAll("spoilers") Spoiler spoiler,
            @ForAll("events") EventFacts event) {
        for (String example : EXAMPLES.get(dialect)) {
            Statistics.collect(check(dialect, spoiler.applyTo(example), event));
        }
        Statistics.coverage(coverage -> {
            coverage.check("refused").percentage(share -> share > 10);
            coverage.check("no match").percentage(share -> share > 5);
            coverage.check("match").percentage(share -> share > 0.5);
            coverage.check("broken").percentage(share -> share > 0.1);
        });
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void partsThatAreRepeatedAreRefusedOrTested(
            @ForAll("dialects") FilterDialect dialect,
            @ForAll("tokens") String before,
            @ForAll("token") String part,
            @ForAll("tokens") String after,
            @ForAll("times") int times,
            @ForAll("events") EventFacts event) {
        check(dialect, before + part.repeat(times) + after, event);
        check(dialect, "$" + part.repeat(times), event);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void anyJsonIsAFilterOrRefused(@ForAll("values") JsonValue filters, @ForAll("events") EventFacts event) {
        List<Fault> faults = new ArrayList<>();
        Optional<Filter> filter = smallStack.call(
                () -> new FilterReader(new ExpressionSettings(Limits.USUAL, true)).all(filters, faults::add));

        assertThat(filter.isPresent()).isEqualTo(faults.isEmpty());
        filter.ifPresent(one -> check(one, event));
    }

    private String check(FilterDialect dialect, String text, EventFacts event) {
        Compilation<Filter> compilation =
                smallStack.call(() -> new ExpressionReader(ExpressionSettings.WIDEST).read(dialect, text));

        compilation.rejection().ifPresent(rejected -> {
            assertThat(rejected.message()).startsWith("At position ").endsWith(".");
            assertThat(rejected.position()).isBetween(0, text.length());
        });
        return compilation.expression().map(one -> check(one, event)).orElse("refused");
    }

    /** What came of it, in a word. */
    private String check(Filter filter, EventFacts event) {
        Budget budget = new Budget(STEPS, 100);

        Verdict verdict = smallStack.call(() -> filter.test(event, budget));

        assertThat(budget.spent()).isLessThanOrEqualTo(STEPS);
        if (verdict instanceof Verdict.Broken broken) {
            assertThat(broken.sentence()).isNotBlank();
        }
        if (verdict.isMatch()) {
            assertThat(smallStack.call(filter::requirements).all())
                    .as("requirements of a filter that matches")
                    .allMatch(requirement -> !requirement.anyOf().isEmpty());
        }
        assertThat(smallStack.call(() -> filter.equals(filter) && filter.hashCode() == filter.hashCode()))
                .isTrue();
        return verdict.isBroken() ? "broken" : verdict.isMatch() ? "match" : "no match";
    }

    /** Cuts, doubles or replaces a part of a text. */
    record Spoiler(int from, int length, String instead, boolean keeps) {

        String applyTo(String text) {
            int start = Math.min(from, text.length());
            int end = Math.min(start + length, text.length());
            return text.substring(0, keeps ? end : start) + instead + text.substring(keeps ? start : end);
        }
    }

    @Provide
    Arbitrary<FilterDialect> dialects() {
        return Arbitraries.of(EXAMPLES.keySet());
    }

    @Provide
    Arbitrary<String> token() {
        return Arbitraries.of(TOKENS);
    }

    @Provide
    Arbitrary<String> tokens() {
        return Arbitraries.of(TOKENS).list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Integer> times() {
        return Arbitraries.of(2, 50, 100, 1000, 20_000);
    }

    @Provide
    Arbitrary<Spoiler> spoilers() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just("")), Tuple.of(1, token())),
                        Arbitraries.of(true, false))
                .as(Spoiler::new);
    }

    @Provide
    Arbitrary<EventFacts> events() {
        Arbitrary<JsonObject> attributes = Arbitraries.maps(
                        Arbitraries.of("type", "source", "subject", "number", "flag"), FuzzedJson.scalars())
                .ofMaxSize(4)
                .map(FuzzedJson::object);
        Arbitrary<JsonValue> deep = Arbitraries.of(1, 150, 198, 250).map(FuzzedJson::nested);
        return Combinators.combine(
                        attributes, Arbitraries.frequencyOf(Tuple.of(4, FuzzedJson.values(3)), Tuple.of(1, deep)))
                .as(EventFacts::of);
    }

    @Provide
    Arbitrary<JsonValue> values() {
        return FuzzedJson.values(4);
    }
}
