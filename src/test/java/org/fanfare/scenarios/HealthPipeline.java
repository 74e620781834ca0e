package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import org.fanfare.testing.Reply;

/** What stories of subscriptions that are disabled have in common. */
abstract class HealthPipeline extends Pipeline {

    static final String ENABLE = "{\"disabled\": null, \"error\": null}";

    /** The path of a new subscription with these options. */
    String subscribe(String options) {
        Reply created = owner.post("/subscriptions", body(options));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return "/subscriptions/" + created.member("id");
    }

    String body(String options) {
        return """
                {"protocol": "HTTP", "sink": "%s", "types": ["%s"], "config": {%s}}""".formatted(target.url(), type, options);
    }

    JsonObject config(String path) {
        return owner.get("/subscriptions/" + id(path)).json().getJsonObject("config");
    }

    /** Waits: the commit that settles a delivery reaches the cache of subscriptions a moment later. */
    void awaitDisabled(String path) {
        await().atMost(IN_TIME)
                .untilAsserted(
                        () -> assertThat(config(path).getBoolean("disabled")).isTrue());
    }

    static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
