package org.fanfare.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import org.fanfare.jsonpath.Budget;
import org.fanfare.testing.JsonTexts;
import org.fanfare.testing.SmallStack;
import org.fanfare.wire.JsonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is accepted, every dialect can look into to its ground: else one event could disable everybody's filters. */
class DeepestEventTest {

    private static final SmallStack SMALL_STACK = new SmallStack(512 * 1024);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /filters/jsonpath  | $..[?@ == 1]
            /filters/jsonpath  | $..*
            /filters/jsonpath  | $[?count(@..*) > 1]
            /filters/jsonpath2 | $..[?(@ = 1)]
            /filters/jsonpath2 | $..*
            /filters/jsonpath2 | $[?(@..*)]
            /filters/jayway    | $..*
            /filters/jayway    | $..[0]
            """)
    void noDialectBreaksDownOnTheDeepestEvent(String dialect, String expression) {
        int levels = JsonText.MAX_DEPTH - 1;
        JsonValue event = JsonTexts.value("{\"data\":" + "[".repeat(levels) + "1" + "]".repeat(levels) + "}");
        EventFacts facts = EventFacts.of(JsonValue.EMPTY_JSON_OBJECT, event);
        Filter filter = new ExpressionReader(ExpressionSettings.WIDEST)
                .read(FilterDialect.named(dialect).orElseThrow(), expression)
                .expression()
                .orElseThrow();

        Verdict verdict = SMALL_STACK.call(() -> filter.test(facts, new Budget(1_000_000, 100_000)));

        assertThat(verdict).isEqualTo(Verdict.Plain.MATCH);
    }
}
