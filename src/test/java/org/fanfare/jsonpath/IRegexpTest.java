package org.fanfare.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.jsonpath.Examples.compiled;
import static org.fanfare.jsonpath.Examples.json;

import jakarta.json.Json;
import org.fanfare.jsonpath.Evaluation.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9485, and the bounds of J4 for it. */
class IRegexpTest {

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            abc        ¦ abc   ¦ true
            abc        ¦ abcd  ¦ false
            ab|cd      ¦ cd    ¦ true
            ab|        ¦ ``    ¦ true
            a(b|c)*d   ¦ abcbd ¦ true
            a+         ¦ ``    ¦ false
            a?b        ¦ b     ¦ true
            a{2}       ¦ aa    ¦ true
            a{2}       ¦ aaa   ¦ false
            a{2,}      ¦ aaaa  ¦ true
            a{2,3}     ¦ a     ¦ false
            a{2,3}     ¦ aaa   ¦ true
            a{2,3}     ¦ aaaa  ¦ false
            a{0}b      ¦ b     ¦ true
            (a*)*b     ¦ aab   ¦ true
            (a|b?)+c   ¦ abac  ¦ true
            .          ¦ 😀    ¦ true
            [a-c]x     ¦ bx    ¦ true
            [^a-c]x    ¦ bx    ¦ false
            [-a]       ¦ -     ¦ true
            [a-]       ¦ -     ¦ true
            [^-a]      ¦ -     ¦ false
            [.]        ¦ x     ¦ false
            [\\]\\[]    ¦ ]     ¦ true
            [α-ω😀]    ¦ 😀    ¦ true
            \\.        ¦ x     ¦ false
            \\p{L}     ¦ é     ¦ true
            \\p{Nd}+   ¦ 42    ¦ true
            \\P{Lu}    ¦ A     ¦ false
            [\\p{Lu}1] ¦ A     ¦ true
            ^ab$       ¦ ab    ¦ true
            a^b        ¦ ab    ¦ false
            """)
    void matchesTheWholeText(String pattern, String text, boolean matches) {
        assertThat(IRegexp.compile(pattern).matches(text, true, new Budget(10_000, 1)))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "(a",
                "a)",
                "[",
                "[]",
                "[a",
                "]",
                "a{",
                "a{,2}",
                "a{2,1}",
                "a{x}",
                "*",
                "+a",
                "a**",
                "\\d",
                "\\w",
                "\\b",
                "\\1",
                "\\p{Xx}",
                "\\p{L",
                "\\p",
                "\\",
                "[b-a]",
                "[a-\\p{L}]",
                "(?:a)",
                "(?=a)",
                "a|*",
                "{",
                "}"
            })
    void whatIsNoRegularExpressionMatchesNothing(String pattern) {
        IRegexp regexp = IRegexp.compile(pattern);

        for (String text : new String[] {"", "a", pattern}) {
            assertThat(regexp.matches(text, false, new Budget(10_000, 1))).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            (a*)*b
            (a|a)*b
            (a|aa)+b
            (.*a){12}b
            ((a{0,30}){0,30})b
            ([a-z]+)*[0-9]
            """)
    void regularExpressionsNeverGoBack(String pattern) {
        JsonPath path = compiled(Dialect.RFC9535, "$[?search(@,'" + pattern + "')]");
        Document document = Document.of(json("[\"" + "a".repeat(100) + "\"]"));
        Budget budget = Budget.of(document);

        assertThat(path.matches(document, budget)).isEqualTo(Evaluation.Nothing.NOTHING);
        assertThat(budget.spent()).isLessThan(100 * 2000);
    }

    @Test
    void regularExpressionsPayForEachCharacter() {
        Document document = Document.of(json("{\"long\": \"" + "a".repeat(300_000) + "\"}"));

        assertThat(compiled(Dialect.RFC9535, "$[?search(@,'(a|b)*c')]")
                        .matches(document, Budget.of(document))
                        .fault())
                .hasValueSatisfying(fault -> assertThat(fault.reason()).isEqualTo(Reason.STEPS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            a{1000000000}
            ((a{100}){100}){100}
            (){1000000000}
            a{0,99999999999999999999}
            """)
    void hugeRegularExpressionsAreAFault(String pattern) {
        JsonPath path = compiled(Dialect.RFC9535, "$[?match(@,'" + pattern + "')]");

        assertThat(Examples.matches(path, json("[\"a\"]")).fault())
                .hasValueSatisfying(fault -> assertThat(fault.reason()).isEqualTo(Reason.PATTERN));
    }

    @Test
    void deeplyNestedRegularExpressionFromTheDocumentIsAFault() {
        String pattern = "(".repeat(100_000) + ")".repeat(100_000);
        JsonPath path = compiled(Dialect.RFC9535, "$[?match('a',@)]");

        assertThat(Examples.matches(path, Json.createArrayBuilder().add(pattern).build())
                        .fault())
                .hasValueSatisfying(fault -> assertThat(fault.reason()).isEqualTo(Reason.PATTERN));
    }
}
