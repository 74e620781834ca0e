package org.fanfare.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.jsonpath.Examples.json;
import static org.fanfare.jsonpath.Examples.jsonpath2;
import static org.fanfare.jsonpath.Examples.rejected;

import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The behaviour Pacifica's subscribers rely on, as it was recorded from the library. */
class PacificaTableTest {

    private static final JsonValue DOCUMENT = json("""
            {"eventType":"t","n":null,"z":0,"f":false,"t":true,"s":"abc","e":"","eo":{},"ea":[],"a":[1,2,3,4,5],
            "o":{"k":"v","m":{"k":"w"}},"idx":2,"key":"k","idxs":[0,4],"data":[{"destinationTable":"Files",
            "mimetype":"text/plain","_id":34,"size":128},{"destinationTable":"Transactions._id","value":1234},
            {"destinationTable":"TransactionKeyValue","key":"Taggy","value":"Blah"}],"a b":2,"é":3,"a.b":4,"and":5,
            "length":6}
            """);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            $.data[?(@.destinationTable = "Files")]                               ¦ []
            $.data[*][?(@.destinationTable = "Files")]._id                        ¦ [34]
            $.data.*[?(@.value="Blah")].value                                     ¦ ["Blah"]
            $.data[*][?(@.value > 1000)].value                                    ¦ [1234]
            $.data[*][?(@.value > "A")].value                                     ¦ []
            $.data[*][?(@.value != "Blah")].value                                 ¦ [1234]
            $.data[*][?(not @.value)]._id                                         ¦ [34]
            $.data[*][?(@.key and @.value = "nope" or @.value = "Blah")].key      ¦ ["Taggy"]
            $.data[*][?(@.nope and @.value = "nope" or @.value = "Blah")].key     ¦ []
            $.data[*][?(@.value = "Blah" or @.nope and @.nope)].key               ¦ []
            $[?(@.eventType = "t")].data[*][?(@.mimetype)]._id                    ¦ [34]
            $..k                                                                  ¦ ["v","w"]
            $..[0]._id                                                            ¦ [34]
            $.a[::2]                                                              ¦ [1,3,5]
            $.a[::-1]                                                             ¦ []
            $.a[-1:0:-1]                                                          ¦ [5,4,3,2]
            $.a[3:-10:-1]                                                         ¦ [4,3,2,1,5,4,3,2]
            $.a[$.idx]                                                            ¦ [3]
            $.a[$.idxs[*]]                                                        ¦ [1,5]
            $.o[$.key]                                                            ¦ ["v"]
            $.a[@[0]]                                                             ¦ [2]
            $.a.length()                                                          ¦ [5]
            $.s[charAt(-1)]                                                       ¦ ["c"]
            $.s[charAt(9)]                                                        ¦ []
            $.s.substring(1,2)                                                    ¦ ["b"]
            $.o.keys()                                                            ¦ [["k","m"]]
            $.o.entries()                                                         ¦ [[["k","v"],["m",{"k":"w"}]]]
            $.length                                                              ¦ [6]
            $["and"]                                                              ¦ [5]
            $["é"]                                                                ¦ [3]
            $["\\u00e9"]                                                          ¦ []
            $[?(@.n)].s                                                           ¦ ["abc"]
            $[?(@.f)].s                                                           ¦ ["abc"]
            $[?(@.n = null)].s                                                    ¦ ["abc"]
            $[?(@.z = false)].s                                                   ¦ ["abc"]
            $[?(@.t = 1)].s                                                       ¦ ["abc"]
            $[?(@.z < true)].s                                                    ¦ ["abc"]
            $[?(true)].s                                                          ¦ ["abc"]
            $[?(0)].s                                                             ¦ []
            $[?({})].s                                                            ¦ []
            $[?(@.o.m = {"k":"w"})].s                                             ¦ ["abc"]
            $[?(@.a = [1,2,3,4,5])].s                                             ¦ ["abc"]
            $[?(@.a[*] != 3)].s                                                   ¦ ["abc"]
            $[?(@.nope != 3)].s                                                   ¦ []
            $.s[0]                                                                ¦ []
            $.s.*                                                                 ¦ []
            $.data["destinationTable"]                                            ¦ []
            """)
    void selectsWhatTheLibrarySelects(String text, String expected) {
        assertThat(Examples.select(jsonpath2(text), DOCUMENT).values()).isEqualTo(json(expected));
    }

    @Test
    void descendantsAreAllValuesButTheRoot() {
        assertThat(Examples.select(jsonpath2("$..*"), DOCUMENT).values()).hasSize(42);
    }

    @Test
    void unionMayHoldAMemberAndTheRootItself() {
        Evaluation evaluation = Examples.select(jsonpath2("$[\"data\",?(@.s)]"), DOCUMENT);

        assertThat(evaluation.values()).containsExactly(DOCUMENT.asJsonObject().get("data"), DOCUMENT);
    }

    @Test
    void stepOfZeroIsReportedAndNoMatch() {
        Evaluation evaluation = Examples.matches(jsonpath2("$.a[::0]"), DOCUMENT);

        assertThat(evaluation.matches()).isFalse();
        assertThat(evaluation.fault()).hasValueSatisfying(fault -> {
            assertThat(fault.reason()).isEqualTo(Evaluation.Reason.ZERO_STEP);
            assertThat(fault.sentence()).contains("[::0]");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.o.nosuch()",
                "$.and",
                "$.é",
                "$['data']",
                "$..",
                "$.a[0.5]",
                "$.a b",
                "$data",
                "@",
                "data",
                "$.data[]",
                "$[?(@.s && @.e)]",
                "$[?(@.a == 1)]",
                "$.data[*][?@.x]",
                "$[(@.length-1)]",
                ""
            })
    void refusesWhatTheLibraryRefuses(String text) {
        assertThat(rejected(Dialect.JSONPATH2, text).position()).isBetween(0, text.length());
    }

    @Test
    void joinsRecordsByAPathOnTheRight() {
        JsonPath path = jsonpath2("""
                $[?(
                    @["source"] = "/metadata" and
                    $["data"][*][?(@["table"] = "Files")] and
                    $["data"][*][?(@["table"] = "Files" and
                                   @["name"] = $["data"][*][?(@["key"] = "main")]["value"])]
                )]
                """);

        assertThat(Examples.matches(path, joined("b.txt")).matches()).isTrue();
        assertThat(Examples.matches(path, joined("c.txt")).matches()).isFalse();
    }

    private static JsonValue joined(String main) {
        return json("""
                {"source": "/metadata", "data": [
                  {"table": "Files", "name": "a.txt"}, {"table": "Files", "name": "b.txt"},
                  {"table": "TransactionKeyValue", "key": "other", "value": "a.txt"},
                  {"table": "TransactionKeyValue", "key": "main", "value": "%s"}]}
                """.formatted(main));
    }
}
