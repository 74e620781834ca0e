package org.fanfare.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.fanfare.jsonpath.Budget;
import org.fanfare.problem.Fault;
import org.fanfare.testing.JsonTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {

    private static final JsonObject ATTRIBUTES = JsonTexts.object("""
            {"specversion": "1.0", "id": "1", "source": "/lab/north", "type": "org.example.measured", "subject": "",
             "number": 5, "flag": true}""");

    private static final JsonObject DOCUMENT = JsonTexts.object("""
            {"specversion": "1.0", "type": "org.example.measured", "data": {"celsius": 31.5}}""");

    private static final String BROKEN = "{\"/filters/jsonpath2\": \"$.data.celsius[?(@ contains 1)]\"}";
    private static final String TRUE = "{\"sql\": \"TRUE\"}";
    private static final String FALSE = "{\"sql\": \"FALSE\"}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"exact": {"type": "org.example.measured"}}                          | true
            {"exact": {"type": "org.example.Measured"}}                          | false
            {"exact": {"type": "org.example.measured", "source": "/lab/north"}}  | true
            {"exact": {"type": "org.example.measured", "source": "/lab"}}        | false
            {"exact": {"missing": "x"}}                                          | false
            {"exact": {"number": "5"}}                                           | true
            {"exact": {"flag": "true"}}                                          | true
            {"prefix": {"source": "/lab"}}                                       | true
            {"prefix": {"source": "/LAB"}}                                       | false
            {"prefix": {"missing": "x"}}                                         | false
            {"suffix": {"source": "north", "type": "measured"}}                  | true
            {"suffix": {"source": "south"}}                                      | false
            {"sql": "type LIKE '%.measured' AND number > 4"}                     | true
            {"sql": "missing = 'x'"}                                             | false
            {"sql": "number + 1"}                                                | false
            {"not": {"sql": "missing = 'x'"}}                                    | true
            {"not": {"prefix": {"source": "/lab"}}}                              | false
            {"/filters/jsonpath": "$.data[?@ > 30]"}                             | true
            {"/filters/jsonpath2": "$.data[?(@.celsius > 30)]"}                  | true
            {"/filters/jsonpath2": "$.data[?(@ > 30)]"}                          | false
            {"/filters/jayway": "$.data[?(@.celsius > 30)]"}                     | true
            {"/filters/jayway": "$.data[?(@.celsius > 40)]"}                     | false
            {"/filters/jayway": "$.data.celsius"}                                | true
            {"/filters/jayway": "$.data.missing"}                                | false
            """)
    void asksAsItsDialectSays(String filter, boolean matches) {
        assertThat(verdict(filter)).isEqualTo(Verdict.of(matches));
    }

    @ParameterizedTest
    @CsvSource({
        "all, true, true, true",
        "all, true, false, false",
        "all, broken, false, false",
        "all, false, broken, false",
        "all, broken, true, broken",
        "all, true, broken, broken",
        "any, false, true, true",
        "any, false, false, false",
        "any, broken, true, true",
        "any, true, broken, true",
        "any, broken, false, broken"
    })
    void whatIsBrokenDecidesOnlyWhereNothingElseDoes(String kind, String first, String second, String outcome) {
        Verdict verdict = verdict("{\"%s\": [%s, %s]}".formatted(kind, filter(first), filter(second)));

        assertThat(verdict.isBroken()).isEqualTo(outcome.equals("broken"));
        assertThat(verdict.isMatch()).isEqualTo(outcome.equals("true"));
    }

    @Test
    void nobodyGetsEventsBecauseHisFilterFailed() {
        assertThat(verdict("{\"not\": " + BROKEN + "}").isBroken()).isTrue();
    }

    @Test
    void allPartsShareOneBudget() {
        String part = "{\"/filters/jsonpath\": \"$..celsius\"}";
        Budget budget = new Budget(20, 10);

        Verdict verdict = read("{\"all\": [%s, %s, %s, %s]}".formatted(part, part, TRUE, part))
                .test(facts(), budget);

        assertThat(verdict.isBroken()).isTrue();
        assertThat(budget.isOutrun()).isTrue();
    }

    @Test
    void anExpressionInSqlPaysFromTheBudgetToo() {
        Budget budget = new Budget(3, 10);

        assertThat(read("{\"sql\": \"1 = 1 AND 2 = 2 AND 3 = 3\"}")
                        .test(facts(), budget)
                        .isBroken())
                .isTrue();
        assertThat(budget.isOutrun()).isTrue();
    }

    private static String filter(String name) {
        return name.equals("broken") ? BROKEN : name.equals("true") ? TRUE : FALSE;
    }

    private static Verdict verdict(String filter) {
        return read(filter).test(facts(), new Budget(10_000, 100));
    }

    private static EventFacts facts() {
        return EventFacts.of(ATTRIBUTES, DOCUMENT);
    }

    @Test
    void jaywayPaysBeforehand() {
        Budget budget = new Budget(3, 10);

        Verdict verdict = read("{\"/filters/jayway\": \"$.data\"}").test(facts(), budget);

        assertThat(verdict).isEqualTo(new Verdict.Broken("The path takes more than 3 steps on this document."));
        assertThat(budget.isOutrun()).isTrue();
    }

    private static Filter read(String filter) {
        List<Fault> faults = new ArrayList<>();
        return new FilterReader(ExpressionSettings.WIDEST)
                .all(JsonTexts.value("[" + filter + "]"), faults::add)
                .orElseThrow(() -> new AssertionError(faults.toString()));
    }
}
