package org.fanfare.receive;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.SharedFanfare.Surroundings;
import org.fanfare.testing.Vectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The receiver's side of the CloudEvents webhook handshake (webhook-standards.md, 4.4). */
@ExtendWith(SharedFanfare.class)
class HandshakeIT {

    static Stream<Named<JsonObject>> cases() {
        // One case only says what another one shows; it has no request of its own.
        return Vectors.of("cloudevents-webhook.json", "receiver_handshake")
                .filter(each -> each.getPayload().containsKey("request"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsTheVectorSays(JsonObject vector, Surroundings surroundings) {
        Map<String, String> headers = new TreeMap<>();
        vector.getJsonObject("request")
                .getJsonObject("headers")
                .forEach((name, value) -> headers.put(name, ((JsonString) value).getString()));

        Reply reply = surroundings.fanfare().client().call("OPTIONS", "/receive", headers, "");

        assertThat(reply.status()).isBetween(200, 299);
        assertThat(reply.allowed()).contains("POST");
        if (headers.containsKey("WebHook-Request-Origin")) {
            assertThat(reply.header("WebHook-Allowed-Origin")).isIn("*", headers.get("WebHook-Request-Origin"));
            assertThat(reply.header("WebHook-Allowed-Rate")).matches("\\*|[1-9][0-9]*");
        } else {
            assertThat(reply.header("WebHook-Allowed-Origin")).isNull();
            assertThat(reply.header("WebHook-Allowed-Rate")).isNull();
        }
    }
}
