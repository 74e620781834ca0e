package org.fanfare.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialectsTest {

    @Test
    void thereAreFanfaresOwnAndThoseThatWereAdded() {
        Dialects dialects = new Dialects(List.of(new Added("mine")));

        assertThat(dialects.names())
                .containsExactly(
                        "cloudevents-binary", "cloudevents-structured", "mine", "pacifica", "standard-webhooks");
        assertThat(dialects.named("mine")).contains(new Added("mine"));
        assertThat(dialects.named("Mine")).isEmpty();
        assertThat(dialects.named("standard-webhooks").orElseThrow().isSigned()).isTrue();
    }

    @Test
    void oneThatIsGoneDeliversNothingAndSaysSo() {
        Dialect gone = new Dialects(List.of()).stored("mine");

        assertThatThrownBy(() -> gone.request("d1", null, JsonValue.EMPTY_JSON_OBJECT))
                .isInstanceOf(Undeliverable.class)
                .hasMessage("the dialect 'mine' of the subscription is not there any more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pacifica", "", "Mine", "my dialect"})
    void aNameThatIsTakenOrNoneIsRefused(String name) {
        assertThatThrownBy(() -> new Dialects(List.of(new Added(name))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'");
    }

    private record Added(String wireName) implements Dialect {

        @Override
        public OutgoingRequest request(String deliveryId, OutgoingEvent event, JsonObject extensions) {
            return new OutgoingRequest(method(), Map.of(), new byte[0]);
        }
    }
}
