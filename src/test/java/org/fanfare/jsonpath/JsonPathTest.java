package org.fanfare.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.jsonpath.Examples.compiled;
import static org.fanfare.jsonpath.Examples.json;
import static org.fanfare.jsonpath.Examples.jsonpath2;
import static org.fanfare.jsonpath.Examples.rejected;

import org.fanfare.syntax.Compilation.Rejected;
import org.fanfare.syntax.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            $.data[*]                      ¦ JSONPATH2 ¦ $["data"][*]
            data                           ¦ JSONPATH2 ¦ $["data"]
            data[*].x                      ¦ JSONPATH2 ¦ $["data"][*]["x"]
            data . x [?(@ = 1)]            ¦ JSONPATH2 ¦ $["data"]["x"][?(@ = 1)]
            data..x                        ¦ JSONPATH2 ¦ $["data"]..["x"]
            $.data[?@.x == 1]              ¦ RFC9535   ¦ $["data"][?@["x"] == 1]
            $['data']                      ¦ RFC9535   ¦ $["data"]
            $.data[?(@.x > 1)]             ¦ JSONPATH2 ¦ $["data"][?(@["x"] > 1)]
            """)
    void detectsTheDialectAndKeepsTheTextAsSent(String text, Dialect dialect, String canonical) {
        JsonPath path = JsonPath.detect(text, Limits.USUAL).expression().orElseThrow();

        assertThat(path.dialect()).isEqualTo(dialect);
        assertThat(path.text()).isEqualTo(text);
        assertThat(path.canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ".data", "*", "length()", "length ()", "[0]", "\"data\"", "@.data", "and", "1", "da-ta"
            })
    void acceptsOnlyANameWithoutDollar(String text) {
        assertThat(JsonPath.detect(text, Limits.USUAL)).isInstanceOf(Rejected.class);
    }

    @Test
    void nameWithoutDollarIsNoExpressionOfTheDialectItself() {
        assertThat(rejected(Dialect.JSONPATH2, "data").message())
                .isEqualTo("At position 0: found 'data', expected '$'.");
        assertThat(rejected(Dialect.RFC9535, "data").position()).isZero();
    }

    @Test
    void readUnderstandsABareNameToo() {
        assertThat(JsonPath.read(Dialect.JSONPATH2, "data", Limits.WIDEST).expression())
                .contains(jsonpath2("$.data"));
        assertThat(JsonPath.read(Dialect.RFC9535, "$['a']", Limits.WIDEST).expression())
                .contains(compiled(Dialect.RFC9535, "$.a"));
        assertThat(JsonPath.read(Dialect.JSONPATH2, "$['a']", Limits.WIDEST).expression())
                .isEmpty();
    }

    @Test
    void refusedByAllIsRefusedWithTheReasonOfJsonpath2() {
        assertThat(JsonPath.detect("$[?(@.a = 1 &&)]", Limits.USUAL))
                .isEqualTo(rejected(Dialect.JSONPATH2, "$[?(@.a = 1 &&)]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            $.a[             ¦ 4  ¦ a string in double quotes, an integer, a slice, '*', '?(', a path or a function
            $.a b            ¦ 4  ¦ '.', '..', '[' or the end
            $[?(@.a == 1)]   ¦ 9  ¦ a path or a JSON value
            $[?(@.a = 1]     ¦ 11 ¦ an operator, 'and', 'or' or ')'
            $['a']           ¦ 2  ¦ a name, string, number or operator
            $["a             ¦ 4  ¦ '"' to close the string begun at 2
            $.o.nosuch()     ¦ 4  ¦ length, keys, values, entries, charAt or substring
            $["\\x"]         ¦ 3  ¦ one of " \\ / b f n r t u behind '\\'
            """)
    void rejectionNamesThePositionAndWhatWasExpected(String text, int position, String expected) {
        Rejected<?> rejected = rejected(Dialect.JSONPATH2, text);

        assertThat(rejected.position()).isEqualTo(position);
        assertThat(rejected.expected()).isEqualTo(expected);
        assertThat(rejected.message())
                .startsWith("At position " + position + ": ")
                .contains(expected);
    }

    @Test
    void sameMeaningIsEqualHoweverWritten() {
        assertThat(jsonpath2("$ . a [ ?( (@.b) ) ]"))
                .isEqualTo(jsonpath2("$[\"a\"][?(@[\"b\"])]"))
                .hasSameHashCodeAs(jsonpath2("$[\"a\"][?(@[\"b\"])]"));
        assertThat(jsonpath2("$.a")).isNotEqualTo(jsonpath2("$.b"));
        assertThat(jsonpath2("$.a")).isNotEqualTo(compiled(Dialect.RFC9535, "$.a"));
    }

    @Test
    void differentStructureIsNeverPrintedAlike() {
        assertThat(compiled(Dialect.RFC9535, "$[?!(@.a == 1)]"))
                .isNotEqualTo(compiled(Dialect.RFC9535, "$[?(@.a != 1)]"));
        assertThat(compiled(Dialect.RFC9535, "$[?(@.a||@.b)&&@.c]").canonical())
                .isEqualTo("$[?(@[\"a\"] || @[\"b\"]) && @[\"c\"]]");
        assertThat(compiled(Dialect.RFC9535, "$[?!match(@.a,'x')][1:2]").canonical())
                .isEqualTo("$[?!match(@[\"a\"],\"x\")][1:2]");
        assertThat(compiled(Dialect.RFC9535, "$[?count(@.*) >= length(@.b)]").canonical())
                .isEqualTo("$[?count(@[*]) >= length(@[\"b\"])]");
    }

    @Test
    void matchingStopsAtTheFirstValue() {
        Document document = Document.of(json("[" + "0,".repeat(999) + "0]"));
        Budget budget = Budget.of(document);

        Evaluation evaluation = jsonpath2("$[*]").matches(document, budget);

        assertThat(evaluation.values()).hasSize(1);
        assertThat(budget.spent()).isLessThan(10);
    }

    @Test
    void nullAndFalseAreValuesToo() {
        assertThat(Examples.matches(jsonpath2("$.a"), json("{\"a\": null}")).matches())
                .isTrue();
        assertThat(Examples.matches(jsonpath2("$.a"), json("{\"a\": false}")).matches())
                .isTrue();
        assertThat(Examples.matches(jsonpath2("$.a"), json("{}"))).isEqualTo(Evaluation.Nothing.NOTHING);
    }

    @Test
    void faultBehindTheValueThatDecidesIsNotReported() {
        String document = "{\"one\": 2, \"l\": [2, 3], \"r\": [\"2\", 2]}";

        assertThat(Examples.matches(jsonpath2("$[?($.l[*] = $.one or $.r[*] contains 2)]"), json(document))
                        .matches())
                .isTrue();
        assertThat(Examples.matches(jsonpath2("$[?(@.l[*] = $[*][?(@ = 2 or @ contains 9)])]"), json(document))
                        .matches())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "9007199254740993, 9007199254740992.0, 1",
        "9007199254740992, 9007199254740992.0, 0",
        "12345678901234567890, 12345678901234567891, -1",
        "12345678901234567890, 1e400, -1",
        "-1e400, -12345678901234567890, -1",
        "1e400, 1e400, 0",
        "0.1, 0.1000000000000000055, 0",
        "100, 1e2, 0",
        "-0, 0, 0",
        "true, 1, 0",
        "false, 0.5, -1",
        "true, 12345678901234567890, -1"
    })
    void numbersCompareExactly(String left, String right, int order) {
        assertThat(Numbers.compare(json(left), json(right))).isEqualTo(order);
        assertThat(Numbers.compare(json(right), json(left))).isEqualTo(-order);
    }

    @ParameterizedTest
    @CsvSource({"jsonpath2, JSONPATH2", "rfc9535, RFC9535", "RFC9535,", "jayway,"})
    void dialectsAreKnownByTheirWireNames(String wireName, Dialect dialect) {
        assertThat(Dialect.named(wireName).orElse(null)).isEqualTo(dialect);
    }
}
