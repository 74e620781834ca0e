package org.fanfare.cesql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.cesql.Expressions.cesql;
import static org.fanfare.cesql.Expressions.rejected;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.fanfare.cesql.Evaluation.Reason;
import org.fanfare.syntax.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C3: hostile expressions cost what they are allowed to cost. */
class CesqlBoundsTest {

    private static final int LONG = 64 * 1024;
    private static final JsonObject EVENT = Json.createObjectBuilder()
            .add("subject", "a".repeat(LONG))
            .add("number", 1)
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (        | )
            NOT      |
            -        |
            LENGTH(  | )
            1 IN (   | )
            1 + (    | )
            """)
    void nestingIsRefusedBeyondItsLimit(String open, String close) {
        String end = close == null ? "" : close;
        for (int levels : new int[] {65, 8000 / (open.length() + 1 + end.length())}) {
            String text = (open + " ").repeat(levels) + "number" + end.repeat(levels);
            assertThat(rejected(text).expected()).isEqualTo("at most 64 levels of nesting");
        }
        assertThat(cesql((open + " ").repeat(64) + "number" + end.repeat(64)).evaluate(EVENT, Cesql.MAX_STEPS))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"' AND ', true", "' OR ', true", "' XOR ', false", "'=', true", "'+', 1000", "'*', 1"})
    void longRowsOfOperatorsNeedNoStack(String operator, String value) {
        Cesql row = cesql("number" + (operator + "1").repeat(999));

        assertThat(row.evaluate(EVENT, Cesql.MAX_STEPS).value().text()).isEqualTo(value);
        assertThat(row.required()).containsExactly("number");
    }

    @Test
    void likeTakesAtMostTheProductOfTheLengths() {
        Cesql many = cesql("subject LIKE '" + "%a".repeat(4000) + "%b'");
        Cesql late = cesql("subject LIKE '%" + "a".repeat(4000) + "b'");

        assertThat(many.evaluate(EVENT, 20_000)).isEqualTo(new Evaluation.Answered(false));
        assertThat(late.evaluate(EVENT, Cesql.MAX_STEPS).fault())
                .get()
                .extracting(Evaluation.Faulted::reason)
                .isEqualTo(Reason.STEPS);
        assertThat(late.evaluate(EVENT, 10_000_000)).isEqualTo(new Evaluation.Answered(false));
    }

    @Test
    void concatenatingWhatWasConcatenatedIsPaidBeforeItIsMade() {
        String doubled = "subject";
        for (int i = 0; i < 8; i++) {
            doubled = "CONCAT(" + doubled + "," + doubled + ")";
        }
        Evaluation evaluation = cesql("LENGTH(" + doubled + ") > 1").evaluate(EVENT, Cesql.MAX_STEPS);

        assertThat(evaluation.fault())
                .get()
                .extracting(Evaluation.Faulted::sentence)
                .asString()
                .isEqualTo("The expression takes more than 250000 steps on this event.");
    }

    @Test
    void longDelimitersAreCountedForEachPart() {
        Evaluation evaluation =
                cesql("CONCAT_WS(subject" + ",1".repeat(4000) + ")").evaluate(EVENT, 1_000_000);

        assertThat(evaluation.fault())
                .get()
                .extracting(Evaluation.Faulted::reason)
                .isEqualTo(Reason.STEPS);
    }

    @Test
    void noTextCausesAnythingButARejection() {
        String parts = "'\"()=<>!+-*/%,\\_ aA1\u0000é😀 AND NOT IN LIKE EXISTS ";
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                int start = random.nextInt(parts.length());
                text.append(parts, start, Math.min(parts.length(), start + 1 + random.nextInt(5)));
            }
            Compilation<Cesql> compilation = Cesql.compile(text.toString());
            compilation.expression().ifPresent(expression -> expression.evaluate(EVENT, 1000));
            if (compilation instanceof Compilation.Rejected<?> rejected) {
                assertThat(rejected.position()).isBetween(0, text.length());
            }
        }
    }
}
