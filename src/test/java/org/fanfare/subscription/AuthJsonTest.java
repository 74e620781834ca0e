package org.fanfare.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.fanfare.dialect.Auth;
import org.fanfare.problem.Fault;
import org.fanfare.wire.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthJsonTest {

    private static final JsonObject BASIC =
            json("{\"type\":\"basic\",\"basic\":{\"username\":\"u\",\"password\":\"p\"}}");
    private static final JsonObject HEADER =
            json("{\"type\":\"header\",\"header\":{\"type\":\"Bearer\",\"credentials\":\"t\"}}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"basic\"}",
                "{\"type\":\"basic\",\"basic\":{\"username\":\"u\",\"password\":\"p\"}}",
                "{\"type\":\"header\",\"header\":{\"type\":\"Bearer\",\"credentials\":\"t\"}}"
            })
    void theFormsOfTheWireAreAccepted(String auth) {
        assertThat(AuthJson.faults(json(auth))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"basic\":{}}|/type",
                "{\"type\":\"digest\"}|/type",
                "{\"type\":1}|/type",
                "{\"type\":\"header\"}|/header",
                "{\"type\":\"basic\",\"basic\":[]}|/basic",
                "{\"type\":\"basic\",\"basic\":{\"username\":\"u\"}}|/basic/password",
                "{\"type\":\"header\",\"header\":{\"credentials\":\"t\"}}|/header/type",
                "{\"type\":\"header\",\"header\":{\"type\":\"X\",\"credentials\":\"a\\nb\"}}|/header/credentials"
            })
    void otherFormsAreFaultsAtTheirPlace(String auth, String pointer) {
        assertThat(AuthJson.faults(json(auth))).extracting(Fault::pointer).containsExactly(pointer);
    }

    @Test
    void theMaskHidesTheSecretAndNothingElse() {
        assertThat(AuthJson.mask(BASIC))
                .hasToString("{\"type\":\"basic\",\"basic\":{\"username\":\"u\",\"password\":\"********\"}}");
        assertThat(AuthJson.mask(HEADER))
                .hasToString("{\"type\":\"header\",\"header\":{\"type\":\"Bearer\",\"credentials\":\"********\"}}");
        assertThat(AuthJson.mask(json("{}"))).hasToString("{}");
    }

    @Test
    void theMaskLeavesTheSecretThatIsStored() {
        assertThat(AuthJson.unmask(AuthJson.mask(BASIC), BASIC)).isEqualTo(BASIC);
        assertThat(AuthJson.unmask(HEADER, BASIC)).isEqualTo(HEADER);
    }

    @Test
    void theMaskOfOneKindDoesNotTakeTheSecretOfAnother() {
        JsonObject masked = AuthJson.mask(HEADER);

        assertThat(AuthJson.unmask(masked, BASIC)).isEqualTo(masked);
    }

    private static JsonObject json(String text) {
        return JsonText.accepted(text.getBytes(StandardCharsets.UTF_8)).asJsonObject();
    }

    @Test
    void credentialsThatAreLeftOutAreEmpty() {
        assertThat(AuthJson.toAuth(json("{\"type\":\"basic\"}"))).isEqualTo(new Auth.Basic("", ""));
        assertThat(AuthJson.toAuth(json("{}"))).isEqualTo(new Auth.None());
        assertThat(AuthJson.toAuth(HEADER)).isEqualTo(new Auth.Header("Bearer", "t"));
    }
}
