package org.fanfare.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NudgeTest {

    @Test
    void aNudgeIsReadAsItWasWritten() {
        Nudge nudge = new Nudge(UUID.randomUUID(), 17);

        assertThat(Nudge.read(nudge.text())).isEqualTo(nudge);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "566a5066-47c4-40bd-bc31-966f06e73b4b", "566a5066-47c4-40bd-bc31-966f06e73b4b:x", ":1"})
    void anythingElseIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Nudge.read(text));
    }
}
