package org.fanfare.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fanfare.jsonpath.Budget;
import org.fanfare.problem.Fault;
import org.fanfare.testing.JsonTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a filter makes of one event, and why. */
class TrialTest {

    private static final JsonObject ATTRIBUTES = JsonTexts.object("""
            {"specversion": "1.0", "id": "1", "source": "/s", "type": "a.b"}""");

    private static final JsonObject DOCUMENT = JsonTexts.object("""
            {"type": "a.b", "flag": true, "data": [
                {"table": "Files", "size": 3}, {"table": "Keys", "key": "Tag", "value": "Blah", "size": 17}]}""");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"/filters/jsonpath2": "$.data[*][?(@.size >= 1000)]"} | The condition $.data.*.size >= 1000 is not met: the event has 3 and 17 there.
                    {"/filters/jsonpath2": "$.data[?(@.table = \\"x\\")]"} | The condition $.data.table = "x" is not met: the event has nothing there; $.data is an array.
                    {"/filters/jsonpath": "$.date"}                        | The condition $.date exists is not met: the event has nothing there; $ is an object.
                    {"/filters/jsonpath": "$[?@.type == 'x']"}             | The condition $.*.type = "x" is not met: the event has nothing there; $.* is a string.
                    {"exact": {"type": "x"}}                               | The condition attributes.type = "x" is not met: the event has "a.b" there.
                    {"exact": {"foo": "x"}}                                | The condition attributes.foo = "x" is not met: the event has nothing there.
                    {"prefix": {"type": "x."}}                             | The attribute type does not begin with "x.": it is "a.b".
                    {"suffix": {"type": "x"}}                              | The attribute type does not end with "x": it is "a.b".
                    {"not": {"exact": {"type": "a.b"}}}                    | It must not match what stands behind "not", and does.
                    {"sql": "type LIKE 'x%'"}                              | The expression type LIKE 'x%' is not true of the event.
                    {"sql": "1 / 0 = 1"}                                   | The expression 1 / 0 = 1 has no answer here: 1 / 0 is a division by zero.
                    {"any": [{"sql": "FALSE"}, {"prefix": {"type": "x"}}]} | None of 2 alternatives matches; of one of them: The expression FALSE is not true of the event.
                    {"/filters/jayway": "$.nothing"}                       | The expression $.nothing selects nothing in the event.
                    {"/filters/jsonpath2": "$.data[::0]"}                  | The filter broke down on the event: The slice [::0] has step 0.
                    """)
    void whatDoesNotMatchIsToldInASentence(String filter, String why) {
        Account account = account(filter);

        assertThat(account.verdict().isMatch()).isFalse();
        assertThat(account.whyNot()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"/filters/jsonpath2": "$.data[*][?(@.size > 2)]"}
                    {"/filters/jsonpath2": "$.data[*][?(@.key = \\"Tag\\" and @.value = \\"Blah\\")]"}
                    {"/filters/jsonpath2": "$..size"}
                    {"/filters/jsonpath": "$.flag"}
                    {"/filters/jsonpath": "$.data[0].table"}
                    {"/filters/jayway": "$.data[?(@.size > 2)]"}
                    {"exact": {"type": "a.b", "source": "/s"}}
                    {"prefix": {"type": "a."}}
                    {"sql": "type = 'a.b'"}
                    {"all": [{"exact": {"type": "a.b"}}, {"any": [{"sql": "FALSE"}, {"sql": "TRUE"}]}]}
                    {"not": {"exact": {"type": "x"}}}
                    """)
    void whatMatchesMeetsAllConditionsAndItsPartsAgree(String filter) {
        Account account = account(filter);

        assertThat(account.verdict().isMatch()).isTrue();
        assertThat(account.candidate()).isTrue();
        assertThat(account.conditions())
                .allSatisfy(condition -> assertThat(condition.met()).contains(true));
        assertThat(account.filter().verdict()).isEqualTo(account.verdict());
    }

    @Test
    void aConditionShowsWhatStandsAtItsPlace() {
        Account account = account("""
                {"/filters/jsonpath2": "$.data[*][?(@.key = \\"Tag\\" and @.value = \\"x\\")]"}""");

        assertThat(account.conditions().get(0).text()).isEqualTo("$.data.* with key = \"Tag\" and value = \"x\"");
        assertThat(account.conditions().get(0).met()).contains(false);
        assertThat(account.conditions().get(0).found().values().toString())
                .isEqualTo("[{\"key\":\"Tag\",\"value\":\"Blah\"}]");
    }

    @Test
    void whatIsRuledOutDoesNotBreakDown() {
        Account account = account("""
                {"all": [{"exact": {"type": "x"}}, {"/filters/jsonpath2": "$.data[::0]"}]}""");

        assertThat(account.candidate()).isFalse();
        assertThat(account.verdict()).isEqualTo(Verdict.Plain.NO_MATCH);
        assertThat(((Explanation.OfParts) account.filter())
                        .parts()
                        .get(1)
                        .verdict()
                        .isBroken())
                .isTrue();
    }

    @Test
    void valuesAreBoundedByTheRoomThereIs() {
        Trial trial = new Trial(filter("{\"/filters/jsonpath\": \"$.data[*].size\"}"));

        assertThat(trial.values(event(), TrialTest::budget, new Room(1, 100)))
                .contains(new Excerpt(
                        List.of(DOCUMENT.getJsonArray("data").getJsonObject(0).get("size")), true));
        assertThat(trial.values(event(), TrialTest::budget, new Room(10, 1))
                        .orElseThrow()
                        .values())
                .hasSize(1);
    }

    private static Account account(String filter) {
        return new Trial(filter(filter)).explain(event(), TrialTest::budget, new Room(100, 10_000));
    }

    private static Filter filter(String filter) {
        List<Fault> faults = new ArrayList<>();
        Optional<Filter> read =
                new FilterReader(ExpressionSettings.WIDEST).all(JsonTexts.array("[" + filter + "]"), faults::add);
        assertThat(faults).isEmpty();
        return read.orElseThrow();
    }

    private static EventFacts event() {
        return EventFacts.of(ATTRIBUTES, DOCUMENT);
    }

    private static Budget budget() {
        return new Budget(250_000, Budget.RESULTS);
    }
}
