package org.fanfare.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {

    private static final UUID ID = UUID.fromString("566a5066-47c4-40bd-bc31-966f06e73b4b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "566a5066-47c4-40bd-bc31-966f06e73b4b",
                "566A5066-47C4-40BD-BC31-966F06E73B4B",
                "566a506647c440bdbc31966f06e73b4b",
                "{566a5066-47c4-40bd-bc31-966f06e73b4b}",
                "urn:uuid:566a5066-47c4-40bd-bc31-966f06e73b4b"
            })
    void theSpellingsOfTheOriginalAreTheSameUuid(String text) {
        assertThat(Uuids.read(text)).contains(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "566a5066-47c4-40bd-bc31-966f06e73b4", "566a5066-47c4-40bd-bc31-966f06e73b4g"})
    void anythingElseIsNone(String text) {
        assertThat(Uuids.read(text)).isEmpty();
    }
}
