package org.fanfare.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.jsonpath.Examples.compiled;
import static org.fanfare.jsonpath.Examples.json;
import static org.fanfare.jsonpath.Examples.jsonpath2;
import static org.fanfare.jsonpath.Examples.rejected;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fanfare.jsonpath.Evaluation.Reason;
import org.fanfare.syntax.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** J4: hostile expressions and documents cost what they are allowed to cost, counted in steps. */
class BoundsTest {

    private static final long STEPS = 250_000;

    @ParameterizedTest(name = "{0}")
    @MethodSource("nested")
    void nestingIsRefusedBeyondItsLimit(Dialect dialect, String open, String middle, String close) {
        for (int levels : new int[] {70, 1000}) {
            String text = "$" + open.repeat(levels) + middle + close.repeat(levels);
            if (text.length() <= Limits.USUAL.length()) {
                assertThat(rejected(dialect, text).expected()).isEqualTo("at most 64 levels of nesting");
            }
        }
        assertThat(compiled(dialect, "$" + open.repeat(15) + middle + close.repeat(15)))
                .isNotNull();
    }

    static Stream<Arguments> nested() {
        return Stream.of(
                Arguments.of(Dialect.JSONPATH2, "[?(@", "", ")]"),
                Arguments.of(Dialect.JSONPATH2, "[$", "", "]"),
                Arguments.of(Dialect.JSONPATH2, ".charAt($", "", ")"),
                Arguments.of(Dialect.RFC9535, "[?@", "", "]"),
                Arguments.of(Dialect.RFC9535, "[?count($", "", ")>1]"));
    }

    @Test
    void nestingInsideAFilterIsRefusedBeyondItsLimit() {
        assertThat(rejected(Dialect.JSONPATH2, "$[?(" + "(".repeat(3000) + "@" + ")".repeat(3000) + ")]")
                        .expected())
                .contains("64");
        assertThat(rejected(Dialect.JSONPATH2, "$[?(@=" + "[".repeat(4000) + "]".repeat(4000) + ")]")
                        .expected())
                .contains("64");
        assertThat(rejected(Dialect.RFC9535, "$[?" + "!(".repeat(2000) + "@" + ")".repeat(2000) + "]")
                        .expected())
                .contains("64");
        assertThat(rejected(Dialect.RFC9535, "$[?" + "length(".repeat(1000) + "@" + ")".repeat(1000) + ">1]")
                        .expected())
                .contains("64");
    }

    @Test
    void longFlatExpressionsAreNotNested() {
        assertThat(jsonpath2("$[?(" + "not ".repeat(2000) + "@)]").canonical()).isEqualTo("$[?(@)]");
        assertThat(jsonpath2("$[?(@" + " and @".repeat(1300) + ")]")).isNotNull();
        assertThat(jsonpath2("$[0" + ",0".repeat(4000) + "]")).isNotNull();
        assertThat(jsonpath2("$" + ".a".repeat(4000)).canonical()).hasSize(1 + 5 * 4000);
    }

    @Test
    void textBeyondEightKilobytesIsRefused() {
        String longest = "$" + " ".repeat(Limits.USUAL.length() - 3) + ".a";

        assertThat(jsonpath2(longest)).isNotNull();
        assertThat(JsonPath.detect(longest + " ", Limits.USUAL).expression()).isEmpty();
    }

    @Test
    void documentBeyondTwoHundredLevelsIsAFault() {
        assertThat(Examples.matches(jsonpath2("$..b"), nestedArrays(200)).fault())
                .isEmpty();
        assertThat(Examples.matches(jsonpath2("$"), nestedArrays(201)).fault()).hasValueSatisfying(isA(Reason.DEPTH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            JSONPATH2 ¦ $..*..*..*..*..*
            JSONPATH2 ¦ $[?(@..*..* = @..*..*[?(@ = 1)])]
            JSONPATH2 ¦ $..[?($..* = @..*..*..x)]
            JSONPATH2 ¦ $..[?(@..[?(@..[?(@..[?(@..[?(@ = 7)])])])])]
            JSONPATH2 ¦ $[?(@..*.length() = @..*..*..x)]
            RFC9535   ¦ $..*..*..*..*..*
            RFC9535   ¦ $..[?@..[?@..[?@..[?@..[?@ == 7]]]]]
            RFC9535   ¦ $..[?count(@..*..*..*) == -1]
            """)
    void expensiveExpressionsEndAtTheirBudget(Dialect dialect, String text) {
        Document document = Document.of(nestedArrays(120));
        Budget budget = Budget.of(document);

        Evaluation evaluation = compiled(dialect, text).select(document, budget);

        assertThat(evaluation.fault())
                .hasValueSatisfying(fault -> assertThat(fault.reason()).isIn(Reason.STEPS, Reason.RESULTS));
        assertThat(budget.spent()).isLessThanOrEqualTo(STEPS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            JSONPATH2 ¦ $[0:1000000000]
            JSONPATH2 ¦ $[999999999999:0:-1]
            JSONPATH2 ¦ $[999999999999999999999999:-99999999999999999999999:-1]
            JSONPATH2 ¦ $[-99999999999999999999999:99999999999999999999999:1]
            JSONPATH2 ¦ $[5:-99999999999999999999999:-1]
            RFC9535   ¦ $[0:1000000000]
            RFC9535   ¦ $[9007199254740991:-9007199254740991:-1]
            RFC9535   ¦ $[-9007199254740991:9007199254740991:1]
            RFC9535   ¦ $[::9007199254740991]
            """)
    void hugeSlicesCostNoMoreThanTheArray(Dialect dialect, String text) {
        Document document = Document.of(json("[0,1,2,3,4,5,6,7,8,9]"));
        Budget budget = Budget.of(document);

        assertThat(compiled(dialect, text).select(document, budget).fault()).isEmpty();
        assertThat(budget.spent()).isLessThan(50);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            $[99:0:-3]   ¦ [9,6,3]
            $[100:0:-3]  ¦ [7,4,1]
            $[101:0:-3]  ¦ [8,5,2]
            $[9:0:-3]    ¦ [9,6,3]
            $[10:-12:-7] ¦ [3]
            $[12:-13:-7] ¦ [5,8]
            """)
    void sliceFromBeyondTheEndKeepsItsRhythm(String text, String expected) {
        assertThat(Examples.select(jsonpath2(text), json("[0,1,2,3,4,5,6,7,8,9]"))
                        .values())
                .isEqualTo(json(expected));
    }

    @Test
    void pathsFromTheRootAreEvaluatedOnce() {
        Document document = Document.of(records(2000));
        Budget budget = Budget.of(document);
        JsonPath path = jsonpath2("$.data[*][?(@.name = $.data[*][?(@.kind = 1)].other)]");

        assertThat(path.matches(document, budget)).isEqualTo(Evaluation.Nothing.NOTHING);
        assertThat(budget.spent()).isLessThan(20 * document.values());
    }

    @Test
    void filtersOnTheRootInsideOneAnotherAreEvaluatedOnce() {
        Document document = Document.of(nestedArrays(120));
        Budget budget = Budget.of(document);

        assertThat(jsonpath2("$..[?($..[?($..[?($..[?(@ = 9)])])])]").select(document, budget))
                .isEqualTo(Evaluation.Nothing.NOTHING);
        assertThat(budget.spent()).isLessThan(5 * 10 * document.values());
    }

    @Test
    void linearExpressionsPassOnHugeDocuments() {
        Document document = Document.of(records(60_000));
        JsonPath path = jsonpath2("$[?(@.data)].data[*][?(@.kind = 2 and @.name = \"none\")].name");

        assertThat(path.matches(document, Budget.of(document))).isEqualTo(Evaluation.Nothing.NOTHING);
    }

    @Test
    void resultsAreBounded() {
        Document document = Document.of(json("[1,2,3]"));

        assertThat(jsonpath2("$[*]").select(document, new Budget(1000, 2)).fault())
                .hasValueSatisfying(isA(Reason.RESULTS));
        assertThat(jsonpath2("$[*]").select(document, new Budget(1000, 3)).values())
                .hasSize(3);
    }

    @Test
    void budgetMayBeSharedByEvaluations() {
        Document document = Document.of(records(10));
        // Ten records of three members, their array and their object; some three steps for each value.
        Budget budget = new Budget(7 * 42, 100);

        assertThat(jsonpath2("$..x").matches(document, budget).fault()).isEmpty();
        assertThat(jsonpath2("$..x").matches(document, budget).fault()).isEmpty();
        assertThat(jsonpath2("$..x").matches(document, budget).fault()).hasValueSatisfying(isA(Reason.STEPS));
    }

    @Test
    void deepEvaluationsFitOnASmallStack() throws InterruptedException {
        String manyFilters = "$" + "[?(@)]".repeat(1300);
        String manyEntries = "$" + ".entries()".repeat(590) + "[?(@ = $" + ".entries()".repeat(100) + ")]";
        String filtersDownwards = "$..[?(@".repeat(1) + "..[?(@".repeat(20) + "..x" + ")]".repeat(21);

        for (String text : new String[] {manyFilters, manyEntries, filtersDownwards, "$..*..*..*..x"}) {
            assertThat(onSmallStack(jsonpath2(text), nestedArrays(200))).isNotNull();
        }
        assertThat(onSmallStack(jsonpath2(manyFilters), nestedArrays(2)).fault())
                .hasValueSatisfying(isA(Reason.DEPTH));
    }

    @Test
    void containsIsLinearOnLongTexts() {
        String whole = "a".repeat(200_000) + "b" + "a".repeat(50);
        String part = "a".repeat(99) + "b" + "a".repeat(50);
        JsonValue document =
                Json.createObjectBuilder().add("whole", whole).add("part", part).build();

        assertThat(Examples.matches(jsonpath2("$[?(@.whole contains @.part)]"), document)
                        .matches())
                .isTrue();
        assertThat(Examples.matches(jsonpath2("$[?(@.part contains @.whole)]"), document)
                        .matches())
                .isFalse();
    }

    private static Consumer<Evaluation.Faulted> isA(Reason reason) {
        return fault -> {
            assertThat(fault.reason()).isEqualTo(reason);
            assertThat(fault.sentence()).endsWith(".");
        };
    }

    private static Evaluation onSmallStack(JsonPath path, JsonValue root) throws InterruptedException {
        AtomicReference<Evaluation> answer = new AtomicReference<>();
        Thread thread = new Thread(null, () -> answer.set(Examples.select(path, root)), "small stack", 512 * 1024);
        thread.start();
        thread.join();
        return answer.get();
    }

    private static JsonValue nestedArrays(int depth) {
        return json("[".repeat(depth) + "]".repeat(depth));
    }

    private static JsonValue records(int count) {
        var data = Json.createArrayBuilder();
        for (int i = 0; i < count; i++) {
            data.add(Json.createObjectBuilder()
                    .add("kind", i % 100)
                    .add("name", "n" + i)
                    .add("other", "o" + i));
        }
        return Json.createObjectBuilder().add("data", data).build();
    }
}
