package org.fanfare.cesql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.cesql.Expressions.evaluate;
import static org.fanfare.cesql.Expressions.value;

import org.fanfare.cesql.Evaluation.Answered;
import org.fanfare.cesql.Evaluation.Faulted;
import org.fanfare.cesql.Evaluation.NotBoolean;
import org.fanfare.cesql.Evaluation.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C1 and C2: what the specification's text says beyond its tests. */
class CesqlTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true or true and false              | false
            true xor true and false             | false
            not true = false                    | true
            not 'false' like 'true'             | true
            1 + 1 = 2 and 2 * 3 > 5             | true
            1 < 2 = true                        | true
            10 - 3 - 2 = 5                      | true
            2-1 = 1                             | true
            -7 / 2 = -3 and -7 % 2 = -1         | true
            not exists none and exists number   | true
            number = '10' and '010' = number    | true
            flag = 'true' and flag != 'TRUE'   | true
            1 = flag                            | true
            number in ('9', '10')               | true
            number not in ('9', '010')          | false
            1 in (1, 1 / 0)                     | true
            text in ('ab', 'abc')               | true
            'a%b' like 'a\\%b'                  | true
            'a\\%b' like 'a\\\\\\%b'            | true
            'a\\xb' like 'a\\\\%b'              | true
            text like '%' and '' like '%%'      | true
            smile like '_x' and length(smile) = 2 | true
            left(smile, 1) = '😀'               | true
            right(smile, 1) = 'x'               | true
            substring(smile, 2) = 'x'           | true
            substring(smile, -2, 1) = '😀'      | true
            big = '3000000000'                  | true
            is_int('12') and not is_int('x')    | true
            is_bool('TRUE') and not is_bool('x') | true
            """)
    void answersAsTheTextSays(String text, boolean answer) {
        assertThat(evaluate(text)).isEqualTo(new Answered(answer));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2147483647 + 1           | MATH              | 0     | 2147483647 + 1 is no integer of 32 bits.
            65536 * 65536            | MATH              | 0     | 65536 * 65536 is no integer of 32 bits.
            --2147483648             | MATH              | 0     | 0 - -2147483648 is no integer of 32 bits.
            -2147483648 / -1         | MATH              | 0     | -2147483648 / -1 is no integer of 32 bits.
            1 / nothing              | MISSING_ATTRIBUTE | 0     | The event has no attribute "nothing".
            none = ''                | MISSING_ATTRIBUTE | false | The event has no attribute "none".
            nothing or true          | MISSING_ATTRIBUTE | false | The event has no attribute "nothing".
            concat(nothing, 'a')     | MISSING_ATTRIBUTE | ``    | The event has no attribute "nothing".
            length(nothing)          | MISSING_ATTRIBUTE | 0     | The event has no attribute "nothing".
            not 'abc'                | CAST              | false | "abc" is not true or false.
            text = 5                 | CAST              | false | "abc" is not an integer of 32 bits.
            text != 5                | CAST              | false | "abc" is not an integer of 32 bits.
            big > 5                  | CAST              | false | "3000000000" is not an integer of 32 bits.
            '٣' > 5                  | CAST              | false | "٣" is not an integer of 32 bits.
            '' + 5                   | CAST              | 0     | "" is not an integer of 32 bits.
            number in (1, 'x')       | CAST              | false | "x" is not an integer of 32 bits.
            left('abc', 'x')         | CAST              | ``    | "x" is not an integer of 32 bits.
            foo(1, 2)                | MISSING_FUNCTION  | false | There is no function FOO with 2 arguments.
            length()                 | MISSING_FUNCTION  | false | There is no function LENGTH with 0 arguments.
            substring('abc', 2, -1)  | FUNCTION          | ``    | There is no substring from 2 of -1 characters in a
            """)
    void errorIsNoMatchAndSaysWhy(String text, Reason reason, String value, String sentence) {
        Evaluation evaluation = evaluate(text);

        assertThat(evaluation.matches()).isFalse();
        assertThat(evaluation.value().text()).isEqualTo(value);
        assertThat(evaluation.fault()).get().extracting(Faulted::reason).isEqualTo(reason);
        assertThat(evaluation.fault()).get().asString().contains(sentence);
    }

    @Test
    void valueThatIsNoBooleanIsNoMatch() {
        assertThat(evaluate("number")).isEqualTo(new NotBoolean(new Value.Whole(10)));
        assertThat(evaluate("'true'").matches()).isFalse();
        assertThat(evaluate("flag").matches()).isTrue();
    }

    @Test
    void trimTakesUnicodesWhiteSpaceAndNothingElse() {
        assertThat(value("TRIM('\u00a0\u2003\t a\u0000 \u3000\u0085')")).isEqualTo("a\u0000");
        assertThat(value("TRIM('\u001c\u200b')")).isEqualTo("\u001c\u200b");
    }

    @Test
    void percentSignStandsForLineBreaksToo() {
        assertThat(value("'a\nb' LIKE 'a%b'")).isEqualTo(true);
    }
}
