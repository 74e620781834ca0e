package org.fanfare.jayway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.jayway.JaywayPathTest.path;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Random;
import org.fanfare.jayway.Evaluation.Faulted;
import org.fanfare.jayway.Evaluation.Reason;
import org.fanfare.syntax.Compilation;
import org.fanfare.syntax.Compilation.Rejected;
import org.fanfare.testing.JsonTexts;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** W2 and W3: what could run away is refused, before it runs. */
class JaywayBoundsTest {

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                             |  0 | found the end, expected '$' or a member's name
            @.a                            |  0 | found '@', expected '$' or a member's name
            $x                             |  1 | found 'x', expected '.', '[' or the end
            $.                             |  2 | found the end, expected a name
            $.a b                          |  4 | found 'b', expected '.', '[' or the end
            $['a                           |  4 | found the end, expected ' to close the string begun at 2
            $['a\\q']                      |  4 | found '\\', expected one of b f n r t
            $[1                            |  3 | found the end, expected ']'
            $[99999999999]                 | 13 | found ']', expected a name in quotes, an integer of at most 9 digits
            $[?]                           |  3 | found ']', expected '(' and a condition
            $..a..b                        |  4 | a second '..', expected at most one
            $..a[?(@..b)]                  |  8 | a second '..', expected at most one
            $['a','b']['c','d']            | 15 | a second union, expected at most one
            $[0,1][?(@['c','d'])]          | 15 | a second union, expected at most one
            $['a','a']                     |  6 | a repeated member, expected each member of a union once
            $['a','\\u0061']               |  6 | a repeated member, expected each member of a union once
            $[1,01]                        |  4 | a repeated member, expected each member of a union once
            $.sum($.a)                     |  6 | found '$', expected ')': functions with arguments would change
            $.concat()                     |  1 | found the function 'concat', expected one of length size
            $..a.length()                  |  4 | a function behind '..', expected none
            $.a.length().b                 | 12 | found '.', expected '.', '[' or the end
            $[?($..a)]                     |  5 | several values of '$' in a filter, expected only names
            $[?(@.a == $.b[*])]            | 14 | several values of '$' in a filter, expected only names
            $[?($.a[?(@.b)])]              |  7 | several values of '$' in a filter, expected only names
            $[?(@ == $[0:2])]              | 11 | several values of '$' in a filter, expected only names
            $[?(@ == $['a','b'])]          | 15 | several values of '$' in a filter, expected only names
            $[?(@.a in $.b)]               |  8 | '$' with 'IN', expected a path that begins with '@'
            $[?($.a =~ /x/)]               |  8 | '$' with '=~', expected a path that begins with '@'
            $[?(@.a anyof @.b)]            | 14 | a path behind 'ANYOF', expected a literal
            $[?(@.a contains @.b)]         | 17 | a path behind 'CONTAINS', expected a literal
            $[?($.a.sum() > 1)]            |  7 | found the function 'sum', expected one of
            $[?(@.keys() == 1)]            |  5 | found the function 'keys', expected one of
            $[?(1 == 1)]                   |  4 | two literals, expected a path on one side
            $[?('a')]                      |  7 | found ')', expected an operator
            $[?(@.a == )]                  | 11 | found no value, expected a path, a string
            $[?(@.a == x)]                 | 11 | found 'x', expected a path, a string
            $[?(@.a matches 1)]            |  8 | found 'matches', expected one of == !=
            $[?(@.a&&@.b == 1)]            | -1 |
            $[?(!@.a == 1)]                |  9 | found '=', expected '&&', '||' or ')'
            $[?(@.a == /x/)]               |  8 | found '==', expected =~ with one /regular expression/
            $[?(@.a =~ 'x')]               |  8 | found '=~', expected =~ with one /regular expression/
            $[?(@.a in ['$.b'])]           | 12 | a string in a list that the library would read once more
            $[?(@.a =~ /(a*)\\1/)]         | 17 | found '1', expected one of d D w W
            $[?(@.a =~ /(\\w+\\s?)*!/)]    | 20 | found '*', expected no repetition of a group
            $[?(@.a =~ /(.*a){12}b/)]      | 17 | found '{', expected no repetition of a group
            $[?(@.a =~ /a{2,}/)]           | 13 | the count has no bound, expected {n} or {n,m}
            $[?(@.a =~ /a{1000}/)]         | 13 | the count is too large, expected {n} or {n,m}
            $[?(@.a =~ /(?=a)/)]           | 13 | found '?', expected no group but '(...)' and '(?:...)'
            $[?(@.a =~ /a**/)]             | 14 | found '*', expected no quantifier behind a quantifier
            $[?(@.a =~ /[a[b]]/)]          | 14 | found '[', expected a character of the class
            $[?(@.a =~ /[]/)]              | 13 | found ']', expected a character of the class
            $[?(@.a =~ /[z-a]/)]           | 11 | the regular expression is wrong, expected one that Java takes
            $[?(@.a =~ /a)]                | 13 | found ')', expected '/' to close the regular expression begun at 11
            $[?(@.a =~ /a/x)]              | 14 | found 'x', expected flags of d i m s u U
            """)
    void whatIsNotBoundedIsRefusedWithItsPlace(String text, int position, String reason) {
        if (position < 0) {
            assertThat(JaywayPath.compile(text)).isNotInstanceOf(Rejected.class);
            return;
        }
        assertThat(rejected(text).message()).startsWith("At position " + position + ": " + reason);
        assertThat(rejected(text).position()).isEqualTo(position);
    }

    @Test
    void choicesInRegularExpressionsAreCounted() {
        assertThat(rejected("$[?(@ =~ /(a|b)*/)]").message()).contains("no repetition of a group");
        assertThat(rejected("$[?(@ =~ /" + "a?".repeat(30) + "/)]").message()).contains("too complex");
        assertThat(rejected("$[?(@ =~ /" + "(a|a)".repeat(30) + "/)]").message())
                .contains("too complex");
        assertThat(rejected("$[?(@ =~ /" + "[ab]".repeat(300) + "/)]").message())
                .contains("too complex");
    }

    @Test
    void nestingIsRefusedBeyondItsLimit() {
        for (String open : new String[] {"(", "!(", "@[?(", "!"}) {
            String close = open.equals("!") ? "" : open.startsWith("@") ? ")]" : ")";
            for (int levels : new int[] {66, 1000}) {
                assertThat(rejected("$[?(" + open.repeat(levels) + "@.a" + close.repeat(levels) + ")]")
                                .expected())
                        .isEqualTo("at most 64 levels of nesting");
            }
        }
        assertThat(rejected("$" + ".a".repeat(101)).expected()).isEqualTo("at most 100 in a row");
        assertThat(rejected("$" + ".a".repeat(4095)).expected()).isEqualTo("at most 100 in a row");
        assertThat(rejected("$" + ".a".repeat(5000)).expected()).isEqualTo("at most 8192 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "!!!(", "@.a[?("})
    void whatIsJustNestedEnoughNeedsLittleStack(String open) throws InterruptedException {
        String close = open.startsWith("@") ? ")]" : ")";
        int levels = open.startsWith("!") ? 15 : 45;
        String text = "$..a[?(" + open.repeat(levels) + "@.b == 1 && @.c" + close.repeat(levels) + ")]";
        Throwable[] thrown = new Throwable[1];
        Thread small = new Thread(null, () -> path(text).matches(deep(190)), "small", 512 * 1024);
        small.setUncaughtExceptionHandler((thread, failure) -> thrown[0] = failure);
        small.start();
        small.join();

        assertThat(thrown[0]).isNull();
    }

    @Test
    void documentsThatAreTooDeepAreNotWalked() {
        assertThat(path("$..a").matches(deep(200)).fault()).isEmpty();
        assertThat(reason("$.a", deep(201))).isEqualTo(Reason.DEPTH);
    }

    @Test
    void longMemberNamesAboveManyValuesAreNotWrittenDown() {
        JsonArrayBuilder many = Json.createArrayBuilder();
        for (int i = 0; i < 10_000; i++) {
            many.add(i);
        }
        JsonObject document =
                Json.createObjectBuilder().add("a".repeat(100_000), many).build();

        assertThat(reason("$.*[*]", JaywayTree.of(document))).isEqualTo(Reason.SIZE);
    }

    @Test
    void regularExpressionsAreHeldAgainstTheDocumentsStrings() {
        JaywayTree document = strings("a".repeat(2000), 3);

        assertThat(path("$[?(@ =~ /a*b/)]").matches(document).fault()).isEmpty();
        assertThat(reason("$[?(@ =~ /.*a.*b/)]", document)).isEqualTo(Reason.PATTERN);
        assertThat(path("$[?(@ =~ /a*/)]").matches(document).matches()).isTrue();
    }

    @Test
    void longStringsOfDigitsAreNotTakenForNumbers() {
        assertThat(reason("$[?(5 == @)]", strings("9".repeat(100_000), 1))).isEqualTo(Reason.SIZE);
        assertThat(path("$[0]").matches(strings("9".repeat(100_000), 1)).matches())
                .isTrue();
    }

    @Test
    void pathsInTheDocumentAreNotCompiled() {
        JsonObject document = Json.createObjectBuilder()
                .add(
                        "x",
                        Json.createObjectBuilder()
                                .add("list", Json.createArrayBuilder().add("$" + ".a".repeat(100_000))))
                .build();

        assertThat(path("$.x[?(@.list contains 'a')]")
                        .matches(JaywayTree.of(document))
                        .fault())
                .isEmpty();
    }

    @Test
    void largestDocumentsTakeSeconds() {
        StringBuilder items = new StringBuilder("[0");
        for (int i = 0; i < 100_000; i++) {
            items.append(",{\"a\":%d,\"b\":\"text%d\"}".formatted(i, i));
        }
        JaywayTree document = JaywayTree.of(JsonTexts.array(items.append(']').toString()));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String text : new String[] {
                "$..[?(@.a == $[1].b || @.b in ['x', 'y', 'z'] || @.b =~ /.*5x/)]", "$..*.*.c", "$[*][?(@ == $)].x"
            }) {
                assertThat(path(text).select(document, 10).matches()).isFalse();
            }
        });
    }

    @Test
    void noTextCausesAnythingButARejection() {
        String parts = "$@..*[]()?'\"=<>!&|/\\~,:-_ aA1\u0000é😀 in size [?(@.a == 'b')] =~ /x/i .length()";
        Random random = new Random(11);
        JaywayTree document = deep(5);
        int accepted = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder("$");
            for (int length = random.nextInt(12); length > 0; length--) {
                int start = random.nextInt(parts.length());
                text.append(parts, start, Math.min(parts.length(), start + 1 + random.nextInt(8)));
            }
            Compilation<JaywayPath> compilation = JaywayPath.compile(text.toString());
            accepted += compilation.expression().isPresent() ? 1 : 0;
            compilation
                    .expression()
                    .ifPresent(path -> assertThat(path.matches(document)).isNotNull());
            if (compilation instanceof Rejected<?> rejected) {
                assertThat(rejected.position()).isBetween(0, text.length());
            }
        }
        assertThat(accepted).isGreaterThan(1000);
    }

    private static Rejected<?> rejected(String text) {
        Compilation<JaywayPath> compilation = JaywayPath.compile(text);
        assertThat(compilation).as(text).isInstanceOf(Rejected.class);
        return (Rejected<?>) compilation;
    }

    private static Reason reason(String text, JaywayTree document) {
        return path(text).matches(document).fault().map(Faulted::reason).orElse(null);
    }

    private static JaywayTree strings(String text, int count) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (int i = 0; i < count; i++) {
            array.add(text);
        }
        return JaywayTree.of(array.build());
    }

    private static JaywayTree deep(int levels) {
        JsonValue document = JsonValue.TRUE;
        for (int i = 0; i < levels; i++) {
            document = Json.createObjectBuilder().add("a", document).build();
        }
        return JaywayTree.of(document);
    }
}
