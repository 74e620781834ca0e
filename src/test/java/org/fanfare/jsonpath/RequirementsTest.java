package org.fanfare.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.jsonpath.Examples.compiled;

import java.util.Arrays;
import java.util.List;
import org.fanfare.trait.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a matching document without looking at one. Requirements are separated by semicolons here. */
class RequirementsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            $                                                          ¦
            $.*                                                        ¦ $.*
            $..*                                                       ¦ $.**.*
            $.data                                                     ¦ $.data
            $.data[0]["a b"]                                           ¦ $.data.*.a b
            $.data[1:]                                                 ¦ $.data.*
            $["a","b"].c                                               ¦ $.*.c
            $["a",?(@.b = 1)].c                                        ¦ $.**.c
            $..a..b.c                                                  ¦ $.**.b.c
            $[?(@.type = "t")]                                         ¦ $.type = t
            $[?("t" = @.type)]                                         ¦ $.type = t
            $[?(@.type = "t")].data                                    ¦ $.type = t; $.data
            $[?(@.a = 1)][?(@.b = true)]                               ¦ $.a = 1.0; $.b = 1.0
            $[?(@.a = null)]                                           ¦ $.a = null
            $[?(@.a = [1])]                                            ¦ $.a
            $[?(@.a.b = 1 and @.c[*] = 2)]                             ¦ $.a.b = 1.0; $.c.* = 2.0
            $[?(@ = 1)]                                                ¦ $ = 1.0
            $..[?(@.a = 1)]                                            ¦ $.**.a = 1.0
            $.d[*][?(@.k = "x" and @.v = "y")]                         ¦ $.d.*{k=x, v=y}
            $.d[*][?(@.k = "x" and @.v = "y" and @.s > 3)]._id         ¦ $.d.*{k=x, v=y}; $.d.*.s >= 3.0; $.d.*._id
            $.d[*][?(@.k = "x" and (@.v = "y" or @.v = "z"))]          ¦ $.d.*{k=x, v=y} | $.d.*{k=x, v=z}; $.d.*.k = x
            $.d[*][?(@.k = "x" and $.d[*].v = "y")]                    ¦ $.d.*.k = x; $.d.*.v = y
            $.d[*][?(@.s > 3 and 4 >= @.s)]                            ¦ $.d.*.s >= 3.0; $.d.*.s <= 4.0
            $.d[*][?(@.s < "3")]                                       ¦ $.d.*.s
            $[?(@.a = 1 or @.b > 2 and @.c or @.d = 4)]                ¦ $.a = 1.0 | $.b >= 2.0; $.c | $.d = 4.0
            $[?(@.a = 1 or not @.b)]                                   ¦
            $[?(not @.a = 1)].b                                        ¦ $.b
            $[?(@.a != 1)]                                             ¦ $.a
            $[?(@.a contains "x")]                                     ¦ $.a
            $[?("x" contains @.a)]                                     ¦ $.a
            $[?(@.a = $.b)]                                            ¦ $.a; $.b
            $[?(1 = 2)]                                                ¦
            $[?(false)]                                                ¦
            $.o[$.key].x                                               ¦ $.key; $.o.*.x
            $.a.length()                                               ¦ $.a
            $[?(@.a.length() > 3 and @.b = 1)]                         ¦ $.b = 1.0; $.a
            $.s.substring(@.from, $.to).x                              ¦ $.s.from; $.to
            """)
    void ofJsonpath2(String text, String expected) {
        assertThat(required(Dialect.JSONPATH2, text)).isEqualTo(listed(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            $.data[?@.k == 'x' && @.v == 'y']                          ¦ $.data.*{k=x, v=y}
            $[?@.type == 't'].a                                        ¦ $.*.type = t; $.*.a
            $..[?@.a == 1]                                             ¦ $.**.*.a = 1.0
            $[?@.a == true]                                            ¦ $.*.a = 1.0
            $[?@.a[0] == 1]                                            ¦ $.*.a.* = 1.0
            $[?@ == 'x']                                               ¦ $.* = x
            $[?@.a == 1 || @.b == 2]                                   ¦ $.*.a = 1.0 | $.*.b = 2.0
            $[?@.a == 1 || !@.b]                                       ¦ $.*
            $[?@.a != 1]                                               ¦ $.*
            $[?@.a == @.b]                                             ¦ $.*
            $[?@.a <= @.b]                                             ¦ $.*
            $[?@.a < @.b]                                              ¦ $.*.a; $.*.b
            $[?@.a < 3]                                                ¦ $.*.a <= 3.0
            $[?3 < @.a]                                                ¦ $.*.a >= 3.0
            $[?@.a < 'x']                                              ¦ $.*.a
            $[?@.a <= null]                                            ¦ $.*.a
            $[?@.a <= true]                                            ¦ $.*.a <= 1.0
            $[?length(@.a) == 1]                                       ¦ $.*
            $[?count(@..a) == 0]                                       ¦ $.*
            $[?value(@..a) == 1]                                       ¦ $.*
            $[?match(@.a, 'x.*')]                                      ¦ $.*.a
            $[?search(@.a, $.pattern)]                                 ¦ $.*.a; $.pattern
            """)
    void ofTheStandard(String text, String expected) {
        assertThat(required(Dialect.RFC9535, text)).isEqualTo(listed(expected));
    }

    /** The documents' own example: type, source and one record with all that is asked of it. */
    @Test
    void ofADocumentedSubscription() {
        assertThat(required(Dialect.JSONPATH2, """
                $[?(
                    @["eventType"] = "org.pacifica.metadata.ingest" and
                    @["source"] = "/pacifica/metadata/ingest" and
                    $["data"][*][?(@["destinationTable"] = "TransactionKeyValue" and
                                   @["key"] = "Tag" and @["value"] = "Blah")]
                )]["data"][*][?(@["destinationTable"] = "Files")]["_id"]
                """))
                .containsExactly(
                        "${eventType=org.pacifica.metadata.ingest, source=/pacifica/metadata/ingest}",
                        "$.data.*{destinationTable=TransactionKeyValue, key=Tag, value=Blah}",
                        "$.data.*.destinationTable = Files",
                        "$.data.*._id");
    }

    @Test
    void hugeExpressionsRequireAHandful() {
        String conditions = "@.a1 = 1" + " and @.b > 2 and @.c = 3 and @.d[*] = 4 or @.e = 5".repeat(100);
        String names = ".a".repeat(3000);

        assertThat(required(Dialect.JSONPATH2, "$[?(" + conditions + ")]")).hasSizeLessThanOrEqualTo(16);
        assertThat(required(Dialect.JSONPATH2, "$" + names)).containsExactly("$" + ".a".repeat(12) + ".**");
    }

    private static List<String> required(Dialect dialect, String text) {
        return compiled(dialect, text).requirements().all().stream()
                .map(Requirement::toString)
                .toList();
    }

    private static List<String> listed(String expected) {
        return expected == null ? List.of() : Arrays.asList(expected.split("; "));
    }
}
