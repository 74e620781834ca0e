package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.fanfare.testing.Answer;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.Wish;

/** What stories of deliveries made anew have in common. */
abstract class ReplayPipeline extends Pipeline {

    /** Settles a delivery as failed at once. */
    static final Answer NO = Answer.status(400);

    static final Answer YES = Answer.status(204);
    static final String EVER = "{\"since\": \"2020-01-01T00:00:00\"}";

    List<String> posted(int count) {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(post());
        }
        return events;
    }

    /** Posts events which whoever subscribes afterwards has missed: they are routed, for somebody else has received them. */
    List<String> missed(int count) {
        FanfareClient other = owner.as(SharedFanfare.newUser());
        try (FakeTarget witness = new FakeTarget()) {
            String path = subscribe(other, Wish.ofType(type, witness.url()));
            List<String> events = posted(count);
            await().atMost(IN_TIME).until(() -> witness.requests().size() == count);
            assertThat(other.delete(path).status()).isEqualTo(200);
            return events;
        }
    }

    void delivered(int count) {
        posted(count).forEach(event -> awaitDelivery(event, "delivered"));
    }

    String order(String path, String body) {
        return order(owner, path, body);
    }

    /** The path of the new job. */
    static String order(FanfareClient caller, String path, String body) {
        Reply accepted = caller.post(path, body);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        String location = URI.create(accepted.header("Location")).getPath();
        assertThat(location).isEqualTo("/jobs/" + accepted.member("id"));
        return location;
    }

    JsonObject finished(String job) {
        return finished(job, owner);
    }

    static JsonObject finished(String job, FanfareClient caller) {
        await().atMost(IN_TIME).until(() -> caller.get(job).json().containsKey("finishedAt"));
        return caller.get(job).json();
    }
}
