package org.fanfare.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fanfare.problem.Fault;
import org.fanfare.syntax.Limits;
import org.fanfare.testing.JsonTexts;
import org.fanfare.wire.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterReaderTest {

    private static final ExpressionSettings USUAL = new ExpressionSettings(Limits.USUAL, true);

    private final List<Fault> faults = new ArrayList<>();

    @Test
    void filtersThatAskTheSameAreEqual() {
        assertThat(read("[{\"/filters/jsonpath2\": \"$.a[?(@.b = 1)]\"}]"))
                .isPresent()
                .isEqualTo(read("[{\"/filters/jsonpath2\": \"$[\\\"a\\\"][?( @.b=1 )]\"}]"));
        assertThat(read("[{\"exact\": {\"type\": \"t\", \"source\": \"s\"}}]"))
                .isEqualTo(read("[{\"exact\": {\"source\": \"s\", \"type\": \"t\"}}]"));
        assertThat(read("[{\"sql\": \"type = 't'\"}]")).isEqualTo(read("[{\"sql\": \"type='t'\"}]"));
        assertThat(read("[{\"any\": [{\"sql\": \"TRUE\"}]}]")).isEqualTo(read("[{\"sql\": \"TRUE\"}]"));
    }

    @Test
    void noFilterMatchesEverything() {
        assertThat(read("[]")).contains(new AllFilter(List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                        |                                | filters must be an array of filters.
            [5]                                       | /0                             | filter 0 must be an object with one member, whose name is the dialect.
            [{}]                                      | /0                             | filter 0 must be an object with one member, whose name is the dialect.
            [{"sql": "TRUE", "any": []}]              | /0                             | filter 0 must be an object with one member, whose name is the dialect.
            [{"sql": "TRUE"}, {"sql": 1}]             | /1/sql                         | sql must be a string, an expression.
            [{"sql": "TRUE AND"}]                     | /0/sql                         | sql cannot be read: At position 8:
            [{"/filters/jsonpath": "$.a[?@.b = 1]"}]  | /0/~1filters~1jsonpath         | /filters/jsonpath cannot be read: At position 9:
            [{"/filters/jsonpath2": "$.a["}]          | /0/~1filters~1jsonpath2        | /filters/jsonpath2 cannot be read: At position 4:
            [{"/filters/jayway": "$.a[?(@.b =~ /(a*)*\\\\1/)]"}] | /0/~1filters~1jayway        | /filters/jayway cannot be read: At position
            [{"jsonpath": "$"}]                       | /0/jsonpath                    | jsonpath is no dialect of filters. There are exact, prefix,
            [{"Exact": {"type": "t"}}]                | /0/Exact                       | Exact is no dialect of filters.
            [{"exact": {}}]                           | /0/exact                       | exact must be an object with the names and texts of one or more attributes.
            [{"exact": "t"}]                          | /0/exact                       | exact must be an object with the names and texts of one or more attributes.
            [{"prefix": {"type": ""}}]                | /0/prefix/type                 | type must be a text that is not empty.
            [{"suffix": {"eventType": "t"}}]          | /0/suffix/eventType            | eventType is no name of an attribute:
            [{"suffix": {"": "t"}}]                   | /0/suffix/                     | ` is no name of an attribute:`
            [{"all": []}]                             | /0/all                         | all needs at least one filter.
            [{"any": {"sql": "TRUE"}}]                | /0/any                         | any must be an array of filters.
            [{"any": [{"not": {"sql": "("}}]}]        | /0/any/0/not/sql               | sql cannot be read: At position 1:
            [{"not": []}]                             | /0/not                         | not must be an object with one member, whose name is the dialect.
            """)
    void whatCannotBeReadIsNamed(String filters, String pointer, String sentence) {
        assertThat(read(filters)).isEmpty();

        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).pointer()).isEqualTo(pointer == null ? "" : pointer);
        assertThat(faults.get(0).detail()).startsWith(sentence);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        read("[{\"sql\": \"(\"}, {\"all\": [{\"exact\": {\"A\": \"\", \"b\": \"\"}}, {\"x\": 1}]}]");

        assertThat(faults)
                .extracting(Fault::pointer)
                .containsExactly("/0/sql", "/1/all/0/exact/A", "/1/all/0/exact/b", "/1/all/1/x");
    }

    @Test
    void jaywayIsRefusedWhereItIsSwitchedOff() {
        assertThat(read("[{\"/filters/jayway\": \"$.a\"}]")).isPresent();

        new FilterReader(new ExpressionSettings(Limits.USUAL, false))
                .all(JsonTexts.value("[{\"/filters/jayway\": \"$.a\"}]"), faults::add);

        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).detail()).contains("switched off here (fanfare.expressions.jayway)");
    }

    @Test
    void nestingAndNumberAreBounded() {
        assertThat(read(nested(64))).isPresent();
        assertThat(read(nested(65))).isEmpty();
        assertThat(faults.get(0).detail()).endsWith("is nested deeper than 64 levels.");

        faults.clear();
        assertThat(read("[" + "{\"sql\": \"TRUE\"},".repeat(255) + "{\"sql\": \"TRUE\"}]"))
                .isPresent();
        assertThat(read("[" + "{\"sql\": \"TRUE\"},".repeat(5000) + "{\"sql\": \"TRUE\"}]"))
                .isEmpty();
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).detail()).contains("at most 256 filters");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    sql,                TRUE,           ` `,  ``
                    /filters/jsonpath,  $[?@.a == ',    x,    ']
                    /filters/jsonpath2, `$[?(@.a = "`,  x,    `")]`
                    /filters/jayway,    $.a[?(@.b == ', x,    ')]
                    """)
    void expressionsOfAllDialectsAreBoundedInLength(String dialect, String begin, String more, String end) {
        String longest = begin + more.repeat(8192 - begin.length() - end.length()) + end;

        assertThat(read(filterOf(dialect, longest))).as("%s", faults).isPresent();
        assertThat(read(filterOf(dialect, longest + " "))).isEmpty();
        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString()).contains("8192 characters"));
    }

    @ParameterizedTest
    @CsvSource({
        "sql, (, TRUE, )",
        "/filters/jsonpath, $[?(, @.a, )]",
        "/filters/jsonpath2, $[?(, @.a = 1, )]",
        "/filters/jayway, $[?(, @.a == 1, )]",
    })
    void expressionsOfAllDialectsAreBoundedInNesting(String dialect, String open, String middle, String close) {
        int levels = 2000;
        String deep = dialect.equals("sql")
                ? "(".repeat(levels) + middle + ")".repeat(levels)
                : open + "(".repeat(levels) + middle + ")".repeat(levels) + close;

        assertThat(read(filterOf(dialect, deep))).isEmpty();
        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString()).containsPattern("deep|nested|64 levels"));
    }

    private static String filterOf(String dialect, String expression) {
        return JsonText.JSON
                .createArrayBuilder()
                .add(JsonText.JSON.createObjectBuilder().add(dialect, expression))
                .build()
                .toString();
    }

    private static String nested(int levels) {
        return "[" + "{\"not\": ".repeat(levels - 1) + "{\"sql\": \"TRUE\"}" + "}".repeat(levels - 1) + "]";
    }

    private Optional<Filter> read(String filters) {
        return new FilterReader(USUAL).all(JsonTexts.value(filters), faults::add);
    }
}
