package org.fanfare.slack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.fanfare.dialect.AttributesInV1;
import org.fanfare.dialect.Dialect;
import org.fanfare.dialect.EventData;
import org.fanfare.dialect.OutgoingEvent;
import org.fanfare.dialect.OutgoingRequest;
import org.fanfare.wire.JsonText;

/** {@code {"text": "*type* from source: subject"}} and, in a second line, the start of the data. */
@ApplicationScoped
public class SlackDialect implements Dialect {

    private static final int LONGEST_EXCERPT = 1000;

    @Override
    public String wireName() {
        return "slack";
    }

    @Override
    public OutgoingRequest request(String deliveryId, OutgoingEvent event, JsonObject extensions) {
        JsonObject attributes = AttributesInV1.of(event, extensions);
        StringBuilder text = new StringBuilder()
                .append('*')
                .append(escaped(attributes.getString("type")))
                .append("* from ")
                .append(escaped(attributes.getString("source")));
        if (attributes.get("subject") instanceof JsonString subject) {
            text.append(": ").append(escaped(subject.getString()));
        }
        EventData.of(event)
                .flatMap(EventData::json)
                .ifPresent(json -> text.append('\n').append(escaped(excerpt(json))));
        JsonObject body =
                JsonText.JSON.createObjectBuilder().add("text", text.toString()).build();
        return new OutgoingRequest(
                method(),
                Map.of("Content-Type", "application/json", "User-Agent", "Fanfare", "webhook-id", deliveryId),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String excerpt(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        if (text.length() <= LONGEST_EXCERPT) {
            return text;
        }
        boolean cutsPair = Character.isHighSurrogate(text.charAt(LONGEST_EXCERPT - 1));
        return text.substring(0, cutsPair ? LONGEST_EXCERPT - 1 : LONGEST_EXCERPT) + "...";
    }

    /** The three characters that mean something in the text of a chat. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
