package org.fanfare.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.fanfare.wire.JsonText;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawJsonTest {

    @Test
    void findsElementsAsTheyAreWritten() {
        byte[] json = bytes(" [ {\"a\" : [1, \"]\"]} ,1.50e+1,\"x\\\\\\\"],\" , null\n, [[],{}]\t] ");

        assertThat(RawJson.elements(json).stream().map(range -> text(range.of(json))))
                .containsExactly("{\"a\" : [1, \"]\"]}", "1.50e+1", "\"x\\\\\\\"],\"", "null", "[[],{}]");
    }

    @Test
    void findsMembersWithDecodedNamesAndTheirValuesAsTheyAreWritten() {
        byte[] json = bytes("{ \"a\":1 ,\"\\u0062\\\"\" : \"é}\",\n\"日本\":{\"a\":{}} }");

        List<RawJson.Member> members = RawJson.members(json);

        assertThat(members).extracting(RawJson.Member::name).containsExactly("a", "b\"", "日本");
        assertThat(members.stream().map(member -> text(member.value().of(json))))
                .containsExactly("1", "\"é}\"", "{\"a\":{}}");
    }

    @Test
    void keepsEveryMemberOfANameThatComesTwice() {
        assertThat(RawJson.members(bytes("{\"a\":1,\"a\":2}"))).hasSize(2);
    }

    @Test
    void findsNothingInEmptyContainers() {
        assertThat(RawJson.elements(bytes(" [ ] "))).isEmpty();
        assertThat(RawJson.members(bytes(" { } "))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "[", "[1", "[\"a", "[\"a\\", "{\"a\"", "{\"a\":", "{\"a\":1", "[1 2]", "[,]", "{1"})
    void throwsRatherThanReadsOnWhereTheTextWasNotChecked(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> {
            RawJson.elements(bytes(json));
            RawJson.members(bytes(json));
        });
    }

    @Test
    void needsNoStackForNesting() {
        byte[] json = bytes("[" + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "]");

        assertThat(RawJson.elements(json)).hasSize(1);
    }

    @RepeatedTest(50)
    void agreesWithTheParser(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] json = bytes("{\"a\":" + randomValue(random, 5) + " , \"b\\n\":" + randomValue(random, 5) + "}");
        JsonObject parsed = JsonText.accepted(json).asJsonObject();

        List<RawJson.Member> members = RawJson.members(json);

        assertThat(members).extracting(RawJson.Member::name).containsExactlyElementsOf(parsed.keySet());
        assertThat(members)
                .allSatisfy(member ->
                        assertThat(JsonText.accepted(member.value().of(json))).isEqualTo(parsed.get(member.name())));
    }

    private static String randomValue(Random random, int depth) {
        String[] scalars = {
            "1", "-0.5E+7", "true", "null", "\"\"", "\"\\\\\"", "\"\\\"{[\"", "\"é\uD83D\uDE00\"", " \"]\" "
        };
        if (depth == 0 || random.nextInt(3) == 0) {
            return scalars[random.nextInt(scalars.length)];
        }
        String first = randomValue(random, depth - 1);
        String second = randomValue(random, depth - 1);
        return random.nextBoolean()
                ? "[" + first + ",\n" + second + " ]"
                : "{\"x}\":" + first + ",\"\":" + second + "}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
