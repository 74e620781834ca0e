package org.fanfare.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @Test
    void optionsAndTheRestComeInAnyOrder() {
        Arguments arguments = read("a --limit 5 b --owed --url=http://x/?a=b -");

        assertThat(arguments.rest()).containsExactly("a", "b", "-");
        assertThat(arguments.value("--limit")).contains("5");
        assertThat(arguments.value("--url")).contains("http://x/?a=b");
        assertThat(arguments.has("--owed")).isTrue();
        assertThat(read("").value("--limit")).isEmpty();
    }

    @Test
    void aValueMayBeginAsAnOptionDoes() {
        assertThat(read("--limit -5").value("--limit")).contains("-5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --limt 5     | There is no option "--limt".
            --limt=5     | There is no option "--limt".
            -l           | There is no option "-l".
            --owed=yes   | There is no option "--owed".
            --limit      | The option --limit needs a value.
            """)
    void wrongOptionsAreRefusedInASentence(String line, String sentence) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(WrongUse.class).hasMessage(sentence);
    }

    @Test
    void uuidsAreReadWithAndWithoutHyphens() {
        UUID uuid = UUID.fromString("bb3312dc-8ce8-4329-89f4-102b86acd64e");

        assertThat(read(uuid + " BB3312DC8CE8432989F4102B86ACD64E").uuids()).containsExactly(uuid, uuid);
        assertThatThrownBy(() -> read("1-2-3-4-5").uuids()).hasMessage("\"1-2-3-4-5\" is no UUID.");
    }

    private static Arguments read(String line) {
        List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" "));
        return Arguments.read(words, Set.of("--limit", "--url"), Set.of("--owed"));
    }
}
