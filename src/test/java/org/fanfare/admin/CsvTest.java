package org.fanfare.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fanfare.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    @Property
    void whatIsWrittenByTheRulesIsReadAsItWas(@ForAll("tables") List<List<String>> table, @ForAll boolean withCr) {
        String end = withCr ? "\r\n" : "\n";
        String text = table.stream()
                .map(record -> record.stream().map(CsvTest::written).collect(Collectors.joining(",")))
                .collect(Collectors.joining(end));

        assertThat(Csv.read(text)).isEqualTo(table);
        assertThat(Csv.read(text + end)).isEqualTo(table);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> field =
                Arbitraries.strings().withChars("ab,\"\r\n é\t'").ofMaxLength(6).injectNull(0.2);
        return field.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .filter(record -> record.size() > 1 || record.get(0) != null)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static String written(String field) {
        return field == null ? "" : "\"" + field.replace("\"", "\"\"") + "\"";
    }

    @Example
    void fieldsNeedNoQuotesWhereNothingIsSpecialInThem() {
        assertThat(Csv.read("\uFEFFa,b c\r\n\r\n 1 ,x'y\n"))
                .containsExactly(List.of("a", "b c"), List.of(" 1 ", "x'y"));
    }

    @Test
    void anEmptyTextIsNotNull() {
        assertThat(Csv.read("\"\",,x,").get(0)).containsExactly("", null, "x", null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `a,b\n1,"2`       | line 2 a field in quotes does not end
            `a\n"x\ny"z,1`    | line 3 a field in quotes goes on behind them
            `a,b"c"`          | line 1 a quote stands within a field that has none around it
            """)
    void whatBreaksTheRulesIsRefusedWithItsLine(String text, String why) {
        assertThatThrownBy(() -> Csv.read(text)).isInstanceOf(Problem.class).hasMessageContaining(why);
    }
}
