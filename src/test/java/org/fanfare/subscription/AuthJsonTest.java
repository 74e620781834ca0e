package org.fanfare.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.fanfare.dialect.Auth;
import org.fanfare.problem.Fault;
import org.fanfare.sending.Access;
import org.fanfare.sending.ClientIdentity;
import org.fanfare.sending.OAuthClient;
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

    private static final String CLIENT =
            "{\"token_url\":\"https://a.example/t\",\"client_id\":\"i\",\"client_secret\":\"s\"}";
    private static final JsonObject OAUTH = json("{\"type\":\"oauth2\",\"oauth2\":" + CLIENT + "}");
    private static final JsonObject BOTH = json("{\"type\":\"basic\",\"basic\":{\"username\":\"u\",\"password\":\"p\"},"
            + "\"mtls\":{\"certificate\":\"c\",\"key\":\"k\"}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"oauth2\"}|/oauth2",
                "{\"type\":\"oauth2\",\"oauth2\":1}|/oauth2",
                "{\"type\":\"oauth2\",\"oauth2\":{\"token_url\":\"u\",\"client_id\":\"i\"}}|/oauth2/client_secret",
                "{\"type\":\"mtls\"}|/mtls",
                "{\"type\":\"mtls\",\"mtls\":{\"certificate\":\"c\"}}|/mtls/key",
                "{\"type\":\"mtls\",\"mtls\":{\"certificate\":\"c\",\"key\":1}}|/mtls/key",
                "{\"type\":\"basic\",\"mtls\":{\"certificate\":\"c\",\"key\":\"k\",\"pass\":\"p\"}}|/mtls/pass"
            })
    void faultsOfTokensAndCertificatesAreAtTheirPlace(String auth, String pointer) {
        assertThat(AuthJson.faults(json(auth))).extracting(Fault::pointer).containsExactly(pointer);
    }

    @Test
    void authMethodOfTheEndpointIsOneOfTwo() {
        String client = CLIENT.replace("}", ",\"token_endpoint_auth_method\":\"private_key_jwt\"}");

        assertThat(AuthJson.faults(json("{\"type\":\"oauth2\",\"oauth2\":" + client + "}")))
                .extracting(Fault::pointer)
                .containsExactly("/oauth2/token_endpoint_auth_method");
    }

    @Test
    void clientAndCertificateAreReadBesideTheHeader() {
        Access ofClient = AuthJson.toAccess(OAUTH);
        Access ofBoth = AuthJson.toAccess(BOTH);

        assertThat(AuthJson.faults(OAUTH)).isEmpty();
        assertThat(AuthJson.toAuth(OAUTH)).isEqualTo(new Auth.None());
        assertThat(ofClient.client())
                .isEqualTo(new OAuthClient(URI.create("https://a.example/t"), "i", "s", null, null, false));
        assertThat(AuthJson.toAuth(BOTH)).isEqualTo(new Auth.Basic("u", "p"));
        assertThat(ofBoth).isEqualTo(new Access(null, new ClientIdentity("k", "c")));
        assertThat(AuthJson.toAccess(BASIC)).isEqualTo(Access.NONE);
    }

    @Test
    void sinkcredentialSaysPairsAndNothingElse() {
        assertThat(AuthJson.isCredential(BASIC)).isTrue();
        assertThat(AuthJson.isCredential(HEADER)).isTrue();
        assertThat(AuthJson.isCredential(OAUTH)).isFalse();
        assertThat(AuthJson.isCredential(BOTH)).isFalse();
        assertThat(AuthJson.isCredential(json("{}"))).isFalse();
    }

    @Test
    void eachSecretIsMaskedAndPutBackByItself() {
        JsonObject masked = AuthJson.mask(BOTH);

        assertThat(masked.toString()).doesNotContain("\"p\"", "\"k\"");
        assertThat(AuthJson.unmask(masked, BOTH)).isEqualTo(BOTH);
        assertThat(AuthJson.unmask(AuthJson.mask(OAUTH), OAUTH)).isEqualTo(OAUTH);
        assertThat(AuthJson.maskForItsSetter(BOTH).toString()).contains("\"p\"").doesNotContain("\"k\"");
    }

    @Test
    void certificateStaysWhereTheTypeChanges() {
        JsonObject other = json("{\"type\":\"mtls\",\"mtls\":{\"certificate\":\"c\",\"key\":\"********\"}}");

        assertThat(AuthJson.unmask(other, BOTH).getJsonObject("mtls").getString("key"))
                .isEqualTo("k");
    }

    @Test
    void maskWithoutASecretBehindItIsAFault() {
        assertThat(AuthJson.faultsWhenWhole(AuthJson.mask(OAUTH), Instant.EPOCH))
                .extracting(Fault::pointer)
                .containsExactly("/oauth2/client_secret");
        assertThat(AuthJson.faultsWhenWhole(AuthJson.mask(BOTH), Instant.EPOCH))
                .extracting(Fault::pointer)
                .containsExactly("/mtls/key");
        assertThat(AuthJson.faultsWhenWhole(BASIC, Instant.EPOCH)).isEmpty();
    }

    @Test
    void keyAndCertificateAreLookedInto() {
        assertThat(AuthJson.faultsWhenWhole(BOTH, Instant.EPOCH))
                .extracting(Fault::pointer)
                .containsExactly("/mtls/key");
    }

    @Test
    void credentialsThatAreLeftOutAreEmpty() {
        assertThat(AuthJson.toAuth(json("{\"type\":\"basic\"}"))).isEqualTo(new Auth.Basic("", ""));
        assertThat(AuthJson.toAuth(json("{}"))).isEqualTo(new Auth.None());
        assertThat(AuthJson.toAuth(HEADER)).isEqualTo(new Auth.Header("Bearer", "t"));
    }
}
