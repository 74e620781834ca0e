package org.fanfare.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fanfare.event.Messages.BATCH;
import static org.fanfare.event.Messages.only;

import io.cloudevents.SpecVersion;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.MessageWriter;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fanfare.dialect.OutgoingRequest;
import org.fanfare.dialect.WholeEventDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The CloudEvents SDK for Java as producer and consumer that know nothing of this code. */
class SdkInteropTest {

    private static final JsonFormat FORMAT = new JsonFormat();

    static Stream<io.cloudevents.CloudEvent> events() {
        return Stream.of(SpecVersion.V1, SpecVersion.V03)
                .flatMap(version -> Stream.of(
                        common(version).build(),
                        common(version)
                                .withData("application/json", "{\"a\": 1.0, \"é\":[]}".getBytes(UTF_8))
                                .build(),
                        common(version)
                                .withData("text/plain", "hé \"x\"".getBytes(UTF_8))
                                .build(),
                        common(version)
                                .withData("image/png", new byte[] {0, (byte) 0xFF, 1})
                                .build()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsTheSdksBinaryEvents(io.cloudevents.CloudEvent sent) {
        assertSame(sent, only(sentBy(writer -> writer.writeBinary(sent))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsTheSdksStructuredEvents(io.cloudevents.CloudEvent sent) {
        assertSame(sent, only(sentBy(writer -> writer.writeStructured(sent, FORMAT))));
    }

    @Test
    void readsTheSdksStructuredEventsInAnyScript() {
        io.cloudevents.CloudEvent sent = common(SpecVersion.V1)
                .withId("% %41 € 😀")
                .withSubject("sübject")
                .build();

        assertSame(sent, only(sentBy(writer -> writer.writeStructured(sent, FORMAT))));
    }

    /** 4.0.1 does not percent-encode: an error its user sees is better than a name that is silently another one. */
    @ParameterizedTest
    @ValueSource(strings = {"sübject", "100%"})
    void refusesWhatTheSdkShouldHaveEncodedInHeaders(String subject) {
        io.cloudevents.CloudEvent sent =
                common(SpecVersion.V1).withSubject(subject).build();

        assertThat(Messages.pointers(sentBy(writer -> writer.writeBinary(sent))))
                .containsExactly("header:ce-subject");
    }

    @Test
    void readsTheSdksBatches() {
        List<io.cloudevents.CloudEvent> sent = events().filter(event -> event.getSpecVersion() == SpecVersion.V1)
                .toList();
        String batch = sent.stream()
                .map(event -> new String(FORMAT.serialize(event), UTF_8))
                .collect(Collectors.joining(", ", "[ ", " ]"));

        Reading reading = Messages.read(BATCH, batch);

        assertThat(reading).isInstanceOfSatisfying(Reading.Read.class, read -> {
            assertThat(read.events()).hasSameSizeAs(sent);
            for (int i = 0; i < sent.size(); i++) {
                assertSame(sent.get(i), read.events().get(i));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSdkReadsWhatBinaryEventsBecome(io.cloudevents.CloudEvent sent) {
        CloudEvent event = only(sentBy(writer -> writer.writeBinary(sent)));

        io.cloudevents.CloudEvent received = FORMAT.deserialize(event.structured());

        assertThat(attributes(received)).isEqualTo(attributes(sent));
        assertThat(data(received)).isEqualTo(data(sent));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSdkReadsWhatIsDelivered(io.cloudevents.CloudEvent sent) {
        CloudEvent event = only(sentBy(writer -> writer.writeStructured(sent, FORMAT)));
        OutgoingRequest request = WholeEventDialect.PACIFICA.request(
                "d1",
                event,
                Json.createObjectBuilder().add("ext", "ours").add("more", 5).build());

        io.cloudevents.CloudEvent received = FORMAT.deserialize(request.body());

        assertThat(received.getExtension("ext")).isEqualTo("ours");
        assertThat(received.getExtension("more")).isEqualTo(5);
        assertThat(received.getId()).isEqualTo(sent.getId());
        assertThat(data(received)).isEqualTo(data(sent));
    }

    private static CloudEventBuilder common(SpecVersion version) {
        return CloudEventBuilder.fromSpecVersion(version)
                .withId("id \"1\"")
                .withSource(URI.create("https://example.com/a?b=c"))
                .withType("com.example.t")
                .withSubject("a subject, with (all) sorts: of signs")
                .withTime(OffsetDateTime.parse("2026-01-31T12:00:00.123+01:00"))
                .withExtension("ext", "x y");
    }

    private static Reading sentBy(Consumer<MessageWriter<?, Void>> writes) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        writes.accept(HttpMessageFactory.createWriter(
                (name, value) -> headers.put(name, List.of(value)),
                bytes -> Optional.ofNullable(bytes).ifPresent(body::writeBytes)));
        String contentType = headers.getOrDefault("content-type", List.of("")).get(0);
        return CloudEventReader.read(contentType, headers, body.toByteArray());
    }

    private static void assertSame(io.cloudevents.CloudEvent sent, CloudEvent read) {
        Map<String, String> attributes = new HashMap<>();
        read.attributes().forEach((name, value) -> attributes.put(name, ((JsonString) value).getString()));
        attributes.remove("datacontentencoding");
        assertThat(attributes).isEqualTo(attributes(sent));
        assertThat(read.specVersion().text()).isEqualTo(sent.getSpecVersion().toString());
        assertThat(data(FORMAT.deserialize(read.structured()))).isEqualTo(data(sent));
    }

    private static Map<String, String> attributes(io.cloudevents.CloudEvent event) {
        Map<String, String> attributes = new HashMap<>();
        event.getAttributeNames().stream()
                .filter(name -> event.getAttribute(name) != null)
                .forEach(name -> attributes.put(name, event.getAttribute(name).toString()));
        event.getExtensionNames()
                .forEach(name -> attributes.put(name, event.getExtension(name).toString()));
        return attributes;
    }

    /** JSON as its value, for the SDK writes it anew; anything else as its bytes. */
    private static Object data(io.cloudevents.CloudEvent event) {
        byte[] bytes = event.getData() == null ? new byte[0] : event.getData().toBytes();
        return "application/json".equals(event.getDataContentType())
                ? Messages.json(bytes)
                : List.of(new String(bytes, ISO_8859_1));
    }
}
