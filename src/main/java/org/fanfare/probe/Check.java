package org.fanfare.probe;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.fanfare.wire.JsonText;

/**
 * One thing that was looked at.
 *
 * @param reason why it is down; null where there is nothing to say
 */
record Check(String name, boolean isUp, String reason) {

    static Check up(String name) {
        return new Check(name, true, null);
    }

    static Check down(String name, Exception because) {
        return new Check(name, false, String.valueOf(because.getMessage()));
    }

    /** As MicroProfile Health writes it. */
    JsonObject json() {
        JsonObjectBuilder json =
                JsonText.JSON.createObjectBuilder().add("name", name).add("status", status(isUp));
        if (reason != null) {
            json.add("data", JsonText.JSON.createObjectBuilder().add("reason", reason));
        }
        return json.build();
    }

    static String status(boolean isUp) {
        return isUp ? "UP" : "DOWN";
    }
}
