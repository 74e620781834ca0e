package org.fanfare.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;

/** Bodies of {@code POST /eventmatch}. */
public final class Wish {

    /** A public address that answers nobody: for subscriptions that never match. */
    private static final URI NOWHERE = URI.create("http://example.org/hook");

    private final JsonObjectBuilder members = Json.createObjectBuilder();

    private Wish() {}

    /** All that a subscription must have. */
    public static Wish to(URI target, String jsonpath) {
        return new Wish().with("name", "a wish").with("jsonpath", jsonpath).with("target_url", target.toString());
    }

    /** For events of one type, of whatever version. */
    public static Wish ofType(String type, URI target) {
        return to(target, "$[?(@.eventType = \"" + type + "\")]");
    }

    /** One that no event fulfils. */
    public static Wish unfulfilled() {
        return to(NOWHERE, "$[?(@.eventType = \"never\")]");
    }

    public Wish with(String member, String value) {
        return with(member, Json.createValue(value));
    }

    public Wish with(String member, JsonValue value) {
        members.add(member, value);
        return this;
    }

    /** @param json the member's value as JSON text */
    public Wish withJson(String member, String json) {
        return with(member, JsonTexts.object("{\"value\":" + json + "}").get("value"));
    }

    public Wish without(String member) {
        members.remove(member);
        return this;
    }

    public JsonObject json() {
        return members.build();
    }

    /** The body's text. The builder is used up. */
    public String text() {
        return json().toString();
    }
}
