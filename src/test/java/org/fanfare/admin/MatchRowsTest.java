package org.fanfare.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchRowsTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    @Test
    void aCsvRowBecomesWhatThePacificaWireHas() {
        List<MatchRow> rows = csv("""
                uuid,name,jsonpath,user,disabled,error,target_url,version,extensions,auth,created,updated,deleted
                bb3312dc-8ce8-4329-89f4-102b86acd64e,,"$[?(@.a = ""b, c"")]",dmlb2001,,,http://x.example/,v0.1,"{""k"": 1}",\
                "{""type"": ""basic"", ""basic"": {""username"": ""u"", ""password"": ""p""}}",\
                2019-07-01 12:00:00.5,2019-12-01 12:00:00,
                """);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.faults()).isEmpty();
            assertThat(row.json()).hasToString("""
                    {"uuid":"bb3312dc-8ce8-4329-89f4-102b86acd64e","name":"","jsonpath":"$[?(@.a = \\"b, c\\")]",\
                    "user":"dmlb2001","target_url":"http://x.example/","version":"v0.1","extensions":{"k":1},\
                    "auth":{"type":"basic","basic":{"username":"u","password":"p"}},\
                    "created":"2019-07-01T19:00:00.500000","updated":"2019-12-01T20:00:00"}""");
        });
    }

    @Test
    void aJsonLineMayHaveTextOrObjectsAndNulls() {
        List<MatchRow> rows = jsonLines("""
                {"uuid": "1", "auth": "{}", "extensions": {"k": 1}, "deleted": null, "created": "2019-07-01T12:00:00"}

                {"uuid": "2", "auth": ""}
                []
                {"uuid"
                """);

        assertThat(rows).extracting(MatchRow::number).containsExactly(1, 2, 3, 4);
        assertThat(rows.get(0).json())
                .hasToString(
                        "{\"uuid\":\"1\",\"auth\":{},\"extensions\":{\"k\":1},\"created\":\"2019-07-01T19:00:00\"}");
        assertThat(rows.get(1).json()).hasToString("{\"uuid\":\"2\"}");
        assertThat(rows.get(2).faults()).extracting(Fault::detail).containsExactly("The line must be a JSON object.");
        assertThat(rows.get(3).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("is not valid JSON"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            created,  noon,                          /created
            deleted,  2019-07-01,                    /deleted
            auth,     {,                             /auth
            auth,     [],                            /auth
            extensions, 5,                           /extensions
            """)
    void aColumnThatCannotBeReadIsAFaultOfItsRow(String column, String text, String pointer) {
        assertThat(jsonLines("{\"" + column + "\": \"" + text + "\"}").get(0).faults())
                .extracting(Fault::pointer)
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2019-07-01 12:00:00+00,         2019-07-01T12:00:00
            2019-07-01 12:00:00.25+05:30,   2019-07-01T06:30:00.250000
            2019-07-01T12:00:00Z,           2019-07-01T12:00:00
            """)
    void aTimeMayNameItsOffset(String text, String utc) {
        assertThat(jsonLines("{\"created\": \"" + text + "\"}").get(0).json().getString("created"))
                .isEqualTo(utc);
    }

    @Test
    void aRowWithTooFewFieldsIsRefusedAlone() {
        List<MatchRow> rows = csv("uuid,user,jsonpath,target_url\n1,2,3\n1,2,3,4\n");

        assertThat(rows.get(0).faults()).extracting(Fault::detail).containsExactly("The row has 3 fields, not 4.");
        assertThat(rows.get(1).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            uuid,user,jsonpth,target_url          | There is no column "jsonpth"
            uuid,user,jsonpath,target_url,uuid    | The column uuid is there twice
            uuid,user,jsonpath                    | have to be there
            ''                                    | no line that names the columns
            """)
    void wrongColumnsAreRefusedAsAWhole(String header, String why) {
        assertThatThrownBy(() -> csv(header)).isInstanceOf(Problem.class).hasMessageContaining(why);
    }

    private static List<MatchRow> csv(String text) {
        return MatchRows.ofCsv(text.getBytes(StandardCharsets.UTF_8), ZONE);
    }

    private static List<MatchRow> jsonLines(String text) {
        return MatchRows.ofJsonLines(text.getBytes(StandardCharsets.UTF_8), ZONE);
    }
}
