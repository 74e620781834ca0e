package org.fanfare.bench;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleEventTest {

    @Test
    void anEventHasItsNumberInIdAndSourceAndItsType() {
        JsonObject event = read(SampleEvent.ofType("a.type").of(4711));
        assertThat(event.getString("eventID")).isEqualTo("metadata.ingest.4711");
        assertThat(event.getString("source")).endsWith("_id=4711");
        assertThat(event.getString("eventType")).isEqualTo("a.type");
    }

    @Test
    void theNumberIsFoundAgain() {
        byte[] event = SampleEvent.ofType(SampleEvent.TYPE).of(1_234_567);
        assertThat(SampleEvent.numberIn(event, event.length)).isEqualTo(1_234_567);
        assertThat(SampleEvent.numberIn(new byte[10], 10)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {64 * 1024, 1024 * 1024})
    void aLargeEventIsNoLargerThanWantedAndNearlySo(int size) {
        byte[] event = SampleEvent.ofBytes(size).of(2_000_000_000);
        assertThat(event.length).isBetween(size - 500, size);
        assertThat(read(event).getJsonArray("data")).hasSizeGreaterThan(200);
    }

    private static JsonObject read(byte[] event) {
        return Json.createReader(new ByteArrayInputStream(event)).readObject();
    }
}
