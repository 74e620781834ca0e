package org.fanfare.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.jsonpath.Examples.compiled;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fanfare.trait.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is known of a matching document without looking at one. Requirements are separated by semicolons here;
 * "iff" means that a document with all of them matches.
 */
class RequirementsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            $                                                          ¦ iff ¦
            $.*                                                        ¦ iff ¦ $.*
            $..*                                                       ¦ iff ¦ $.**.*
            $.data                                                     ¦ iff ¦ $.data
            $.data[0]["a b"]                                           ¦     ¦ $.data.*.a b
            $.data[1:]                                                 ¦     ¦ $.data.*
            $["a","b"].c                                               ¦     ¦ $.*.c
            $["a",?(@.b = 1)].c                                        ¦     ¦ $.**.c
            $..a..b.c                                                  ¦     ¦ $.**.b.c
            $[?(@.type = "t")]                                         ¦ iff ¦ $.type = t
            $[?("t" = @.type)]                                         ¦ iff ¦ $.type = t
            $[?(@.type = "t")].data                                    ¦ iff ¦ ${data=*, type=t}
            $[?(@.a = 1)][?(@.b = true)]                               ¦ iff ¦ ${a=1.0, b=1.0}
            $[?(@.a = null)]                                           ¦ iff ¦ $.a = null
            $[?(@.a = [1])]                                            ¦     ¦ $.a
            $[?(@.a.b = 1 and @.c[*] = 2)]                             ¦ iff ¦ $.a.b = 1.0; $.c.* = 2.0
            $[?(@ = 1)]                                                ¦ iff ¦ $ = 1.0
            $..[?(@.a = 1)]                                            ¦ iff ¦ $.**.a = 1.0
            $.d[*][?(@.k = "x" and @.v = "y")]                         ¦ iff ¦ $.d.*{k=x, v=y}
            $.d[*][?(@.k = "x" and @.v = "y" and @.s > 3)]._id         ¦ iff ¦ $.d.*{_id=*, k=x, s=3.0000000000000004.., v=y}
            $.d[*][?(@.k = "x" and (@.v = "y" or @.v = "z"))]          ¦ iff ¦ $.d.*{k=x, v=y} | $.d.*{k=x, v=z}
            $.d[*][?(@.k = "x" and $.d[*].v = "y")]                    ¦ iff ¦ $.d.*.v = y; $.d.*.k = x
            $.d[*][?(@.s > 3 and 4 >= @.s)]                            ¦ iff ¦ $.d.*{s=3.0000000000000004..4.0}
            $.d[*][?(@.s < "3")]                                       ¦     ¦ $.d.*.s
            $[?(@.a = 1 or @.b > 2 and @.c or @.d = 4)]                ¦ iff ¦ $.a = 1.0 | $.b >= 2.0000000000000004; $.c | $.d = 4.0
            $[?(@.a = 1 or not @.b)]                                   ¦     ¦
            $[?(not @.a = 1)].b                                        ¦     ¦ $.b
            $[?(@.a != 1)]                                             ¦     ¦ $.a
            $[?(@.a contains "x")]                                     ¦     ¦ $.a
            $[?("x" contains @.a)]                                     ¦     ¦ $.a
            $[?(@.a = $.b)]                                            ¦     ¦ $.a; $.b
            $[?(1 = 2)]                                                ¦     ¦
            $[?(false)]                                                ¦     ¦
            $.o[$.key].x                                               ¦     ¦ $.key; $.o.*.x
            $.a.length()                                               ¦     ¦ $.a
            $[?(@.a.length() > 3 and @.b = 1)]                         ¦     ¦ ${a=*, b=1.0}
            $.s.substring(@.from, $.to).x                              ¦     ¦ $.to; $.s.from
            $..[?(@.a = 1 and @.b = 2)].c                              ¦ iff ¦ $.**{a=1.0, b=2.0, c=*}
            $..[?(@.a = 1)]..b                                         ¦     ¦ $.**.a = 1.0; $.**.b
            $.d[*].e[*][?(@.k = "x" and @.v = "y")]                    ¦ iff ¦ $.d.*.e.*{k=x, v=y}
            $.d[*][?(@.k = "x")].e[*][?(@.v = "y")]                    ¦     ¦ $.d.*.k = x; $.d.*.e.*.v = y
            $.d[*][?(@.k = "x" and @.v = "y")]._id                     ¦ iff ¦ $.d.*{_id=*, k=x, v=y}
            $.d[*][?(@.k = "x")][?(@.v = "y")]._id                     ¦ iff ¦ $.d.*{_id=*, k=x, v=y}
            $.d[*][?(@.k = "x")].a.b                                   ¦     ¦ $.d.*.k = x; $.d.*.a.b
            $.d[*][?(@.k = "x" and @.a.b = 1)]                         ¦     ¦ $.d.*.k = x; $.d.*.a.b = 1.0
            $.d[*].o[?(@.k = "x" and @.v = "y")]                       ¦ iff ¦ $.d.*.o{k=x, v=y}
            $.d[*][?(@.k = "x" and @.k = "y")]                         ¦     ¦ $.d.*.k = x
            $.d[*][?(@.k = "x" and @.k = "x" and @.k)]                 ¦ iff ¦ $.d.*.k = x
            $.d[*][?(@.k = "x" and $.t = "t")]._id                     ¦ iff ¦ $.t = t; $.d.*{_id=*, k=x}
            $.d[*][?((@.k = "x" or @.k = "y") and @.v = "z")]._id      ¦ iff ¦ $.d.*{_id=*, k=x, v=z} | $.d.*{_id=*, k=y, v=z}
            $.d[*][?(@.k = "x" or $.t = "t")]._id                      ¦     ¦ $.d.*{_id=*, k=x} | $.t = t; $.d.*._id
            $.d[?(@[*].k = "x")].e                                     ¦ iff ¦ $.d.*.k = x; $.d.e
            $.d[*][?(@.l[*] = 1)]                                      ¦ iff ¦ $.d.*.l.* = 1.0
            $.d[*][?(@.l[*] = 1 and @.k)]                              ¦     ¦ $.d.*.l.* = 1.0; $.d.*.k
            $[?(@.a.b = "x" and @.c[*] = 2 or $.d.e)].f                ¦ iff ¦ $.a.b = x; $.f; $.c.* = 2.0 | $.d.e
            $[?(@.n contains "x" or $)]                                ¦     ¦
            $[?(@.a = 9007199254740992)]                               ¦ iff ¦ $.a = 9.007199254740992E15
            $[?(@.a = 9007199254740993)]                               ¦ iff ¦ $.a = 9007199254740993
            $[?(@.a = 9007199254740993.0)]                             ¦ iff ¦ $.a = 9.007199254740992E15
            $[?(@.a = 0.1 and @.b = 1e400)]                            ¦ iff ¦ ${a=0.1, b=Infinity}
            $.d[*][?(@.k = "x" and @.s >= 3 and @.s < 4)]._id          ¦ iff ¦ $.d.*{_id=*, k=x, s=3.0..3.9999999999999996}
            $.d[*][?(@.k = "x" and @.s >= 3 and @.s < 3)]              ¦     ¦ $.d.*{k=x, s=3.0..}
            $.d[*][?(@.k = "x" and @.s > 9007199254740992)]            ¦     ¦ $.d.*{k=x, s=9.007199254740992E15..}
            $.d[*][?(@.s >= 3 and @.s >= 4)]                           ¦ iff ¦ $.d.*.s >= 4.0
            $.d[*][?(@.s = 3 and @.s > 2)]                             ¦ iff ¦ $.d.*.s = 3.0
            $.d[?(@[*] > 3 and @[*] < 2)]                              ¦ iff ¦ $.d.* >= 3.0000000000000004; $.d.* <= 1.9999999999999998
            $.d[*][?(@.k = "x" and @.s >= 1 and (@.s >= 2 or @.s <= 3))] ¦ iff ¦ $.d.*{k=x, s=2.0..} | $.d.*{k=x, s=1.0..3.0}
            """)
    void ofJsonpath2(String text, String decides, String expected) {
        assertThat(required(Dialect.JSONPATH2, text)).isEqualTo(listed(expected));
        assertThat(decides(Dialect.JSONPATH2, text)).isEqualTo(decides != null);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            $.data[?@.k == 'x' && @.v == 'y']                          ¦ iff ¦ $.data.*{k=x, v=y}
            $[?@.type == 't'].a                                        ¦ iff ¦ $.*{a=*, type=t}
            $..[?@.a == 1]                                             ¦     ¦ $.**.*.a = 1.0
            $[?@.a == true]                                            ¦     ¦ $.*.a = 1.0
            $[?@.a[0] == 1]                                            ¦     ¦ $.*.a.* = 1.0
            $[?@ == 'x']                                               ¦ iff ¦ $.* = x
            $[?@.a == 1 || @.b == 2]                                   ¦     ¦ $.*.a = 1.0 | $.*.b = 2.0
            $[?@.a == 1 || !@.b]                                       ¦     ¦ $.*
            $[?@.a != 1]                                               ¦     ¦ $.*
            $[?@.a == @.b]                                             ¦     ¦ $.*
            $[?@.a <= @.b]                                             ¦     ¦ $.*
            $[?@.a < @.b]                                              ¦     ¦ $.*.a; $.*.b
            $[?@.a < 3]                                                ¦     ¦ $.*.a <= 2.9999999999999996
            $[?3 < @.a]                                                ¦ iff ¦ $.*.a >= 3.0000000000000004
            $[?@.a < 'x']                                              ¦     ¦ $.*.a
            $[?@.a <= null]                                            ¦     ¦ $.*.a
            $[?@.a <= true]                                            ¦     ¦ $.*.a <= 1.0
            $[?length(@.a) == 1]                                       ¦     ¦ $.*
            $[?count(@..a) == 0]                                       ¦     ¦ $.*
            $[?value(@..a) == 1]                                       ¦     ¦ $.*
            $[?match(@.a, 'x.*')]                                      ¦     ¦ $.*.a
            $[?search(@.a, $.pattern)]                                 ¦     ¦ $.pattern; $.*.a
            $[?search(@.a, $.pattern) || @.b == 'x']                   ¦     ¦ $.*.a | $.*.b = x
            $.data[?@.k == 'x' && $.type == 't']._id                   ¦ iff ¦ $.type = t; $.data.*{_id=*, k=x}
            $.data[?@.k == 'x' && @.l[0] == 'y']                       ¦     ¦ $.data.*.k = x; $.data.*.l.* = y
            $.data[?@.k == 2 && @.v == null]                           ¦ iff ¦ $.data.*{k=2.0, v=null}
            $.data[?@.k == 2 && @.v == 1.0]                            ¦     ¦ $.data.*{k=2.0, v=1.0}
            $.data[?$.a && @.k]                                        ¦ iff ¦ $.a; $.data.*.k
            $.data[?@.list[?@.k == 'x' && @.v == 'y']]                 ¦ iff ¦ $.data.*.list.*{k=x, v=y}
            $.d[?@.k == 'x' && @.s > 1000]                             ¦ iff ¦ $.d.*{k=x, s=1000.0000000000001..}
            $.d[?@.k == 'x' && @.s > 0]                                ¦     ¦ $.d.*{k=x, s=4.9E-324..}
            $.d[?@.k == 'x' && @.s > true]                             ¦     ¦ $.d.*{k=x, s=1.0000000000000002..}
            $.d[?@.k == 'x' && -1 >= @.s]                              ¦ iff ¦ $.d.*{k=x, s=..-1.0}
            """)
    void ofTheStandard(String text, String decides, String expected) {
        assertThat(required(Dialect.RFC9535, text)).isEqualTo(listed(expected));
        assertThat(decides(Dialect.RFC9535, text)).isEqualTo(decides != null);
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
                        "$.data.*{_id=*, destinationTable=Files}");
    }

    @Test
    void hugeExpressionsRequireAHandful() {
        String conditions = "@.a1 = 1" + " and @.b > 2 and @.c = 3 and @.d[*] = 4 or @.e = 5".repeat(100);
        String names = ".a".repeat(3000);

        assertThat(required(Dialect.JSONPATH2, "$[?(" + conditions + ")]")).hasSizeLessThanOrEqualTo(16);
        assertThat(required(Dialect.JSONPATH2, "$" + names)).containsExactly("$" + ".a".repeat(12) + ".**");
    }

    @Test
    void whereALimitForgetsSomethingNothingIsDecided() {
        String members = several(8, "@.a%d = \"x\"", " and ");
        String places = several(16, "@.a%d.b = \"x\"", " and ");
        String filter = "[?(@.a = \"x\")]";

        assertThat(decides(Dialect.JSONPATH2, "$" + ".a".repeat(12))).isTrue();
        assertThat(decides(Dialect.JSONPATH2, "$" + ".a".repeat(13))).isFalse();
        assertThat(decides(Dialect.JSONPATH2, "$..a..b")).isFalse();
        assertThat(decides(Dialect.JSONPATH2, "$[?(" + members + ")]")).isTrue();
        assertThat(decides(Dialect.JSONPATH2, "$[?(" + members + " and @.b = 1)]"))
                .isFalse();
        assertThat(decides(Dialect.JSONPATH2, "$[?(" + places + ")]")).isTrue();
        assertThat(decides(Dialect.JSONPATH2, "$[?(" + places + " and @.b = 1)]"))
                .isFalse();
        assertThat(decides(Dialect.JSONPATH2, "$" + filter.repeat(250))).isTrue();
        assertThat(decides(Dialect.JSONPATH2, "$" + filter.repeat(350))).isFalse();
        assertThat(decides(Dialect.JSONPATH2, "$[?($..[?($..[?($..a)])])]")).isFalse();
    }

    private static String several(int times, String part, String between) {
        return IntStream.range(0, times).mapToObj(part::formatted).collect(Collectors.joining(between));
    }

    /** Whether a document with all that is required is known to match. */
    private static boolean decides(Dialect dialect, String text) {
        return compiled(dialect, text).requirements().sufficient();
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
