package org.fanfare.cesql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.cesql.Expressions.cesql;
import static org.fanfare.cesql.Expressions.rejected;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C4 and C5: what is refused and why, and what is the same. */
class CesqlSyntaxTest {

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``               |  0 | At position 0: found the end, expected an attribute
            true and         |  8 | At position 8: found the end, expected an attribute
            (1               |  2 | At position 2: found the end, expected an operator or ')'.
            f(1              |  3 | At position 3: found the end, expected an operator, ',' or ')'.
            'abc             |  4 | At position 4: found the end, expected ' to close the string begun at 0.
            'abc\\'          |  6 | At position 6: found the end, expected ' to close the string begun at 0.
            id = "a          |  7 | At position 7: found the end, expected " to close the string begun at 5.
            1 = = 2          |  4 | At position 4: found '=', expected an attribute, a literal
            1 2              |  2 | At position 2: found '2', expected an operator or the end.
            id = 'a' 'b'     |  9 | At position 9: found the string 'b', expected an operator or the end.
            a.b = 1          |  1 | At position 1: found '.', expected a name, a literal or an operator.
            ID = 'x'         |  0 | At position 0: found 'ID', expected an attribute's name of lower-case letters
            a_b = 'x'        |  0 | At position 0: found 'a_b', expected an attribute's name of lower-case letters
            in = 1           |  0 | At position 0: found 'in', expected an attribute, a literal
            exists and       |  7 | At position 7: found 'and', expected an attribute's name
            exists 'a'       |  7 | At position 7: found the string 'a', expected an attribute's name
            id like type     |  8 | At position 8: found 'type', expected a pattern in quotes.
            id in ()         |  7 | At position 7: found ')', expected an attribute, a literal
            id in 'a'        |  6 | At position 6: found the string 'a', expected '(' and the values behind IN.
            id not = 'a'     |  3 | At position 3: found 'not', expected an operator or the end.
            2147483648       |  0 | At position 0: found '2147483648', expected an integer of 32 bits.
            1 + -2147483649  |  4 | At position 4: found '-2147483649', expected an integer of 32 bits.
            + id             |  0 | At position 0: found '+', expected an attribute, a literal
            f2(1)            |  0 | At position 0: found 'f2', expected a function's name of letters and '_'.
            id = 'ä' AND ö   | 13 | At position 13: found 'ö', expected a name, a literal or an operator.
            """)
    void whatIsWrongIsRefusedWithItsPlace(String text, int position, String message) {
        assertThat(rejected(text).message()).startsWith(message);
        assertThat(rejected(text).position()).isEqualTo(position);
    }

    @Test
    void textThatIsTooLongIsRefused() {
        assertThat(rejected("id = '" + "a".repeat(8192) + "'").message())
                .isEqualTo("At position 8192: the expression is too long, expected at most 8192 characters.");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id='a' and not exists subject   | ((id) = "a") AND (NOT EXISTS subject)
            1 <> 2                          | 1 != 2
            length(id) > +3                 | LENGTH( id )>3
            (a and b) or c                  | a AND b OR c
            id not in ('a' , "b")           | id NOT IN ("a",'b')
            id = "it's"                     | id = 'it\\'s'
            2-1                             | 2 - 1
            (1 + 2) - 3                     | 1 + 2 - 3
            """)
    void theSameInOtherWordsIsEqual(String one, String other) {
        assertThat(cesql(one)).isEqualTo(cesql(other)).hasSameHashCodeAs(cesql(other));
        assertThat(cesql(one)).hasToString(one);
        assertThat(cesql(cesql(one).canonical())).isEqualTo(cesql(one));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a and b or c        | a and (b or c)
            1 - 2 - 3           | 1 - (2 - 3)
            id = 'a'            | id = 'A'
            id = '1'            | id = 1
            id = 'true'         | id = true
            id like 'a\\%'      | id like 'a%'
            id in ('a\\\\')      | id in ('a')
            not a = b           | not (a = b)
            """)
    void whatMeansSomethingElseIsNotEqual(String one, String other) {
        assertThat(cesql(one)).isNotEqualTo(cesql(other));
    }
}
