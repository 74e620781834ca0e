package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.fanfare.testing.Answer;
import org.fanfare.testing.DeadLetterConsumer;
import org.fanfare.testing.Posted;
import org.fanfare.testing.SeparateBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing accepted is lost when the broker or the database goes away under load, and nothing is settled twice. */
@SeparateBroker
@Timeout(300)
class OutageIT extends ClusterStories {

    /** Longer than the time limit of statements (testing.TwoNodes). */
    private static final Duration JAM = Duration.ofSeconds(4);

    @Test
    void brokerThatIsKilledAndComesBack() throws Exception {
        String subscription = subscribe(cluster.one());

        Map<String, String> accepted = postMeanwhile(() -> {
            cluster.broker().kill9();
            cluster.broker().restart();
        });

        assertAllSettledOnce(cluster.one(), subscription, accepted);
    }

    @Test
    void brokerThatComesBackWithoutItsJournal() throws Exception {
        String subscription = subscribe(cluster.one());

        Map<String, String> accepted = postMeanwhile(() -> {
            cluster.broker().kill9();
            cluster.broker().wipe();
            cluster.broker().restart();
        });

        assertAllSettledOnce(cluster.one(), subscription, accepted);
    }

    @Test
    void databaseThatIsStoppedAtOnceAndComesBack() throws Exception {
        String subscription = subscribe(cluster.one());

        Map<String, String> accepted = postMeanwhile(() -> {
            cluster.postgres().stopAtOnce();
            cluster.postgres().restart();
        });

        assertAllSettledOnce(cluster.one(), subscription, accepted);
    }

    @Test
    void databaseThatCutsStatementsOff() throws Exception {
        String subscription = subscribe(cluster.one());

        Map<String, String> accepted = postMeanwhile(this::jam);

        assertThat(cluster.one().log() + cluster.other().log())
                .contains("canceling statement due to statement timeout");
        assertAllSettledOnce(cluster.one(), subscription, accepted);
    }

    /** Lets all who write deliveries wait for longer than they may. */
    private void jam() {
        try (Connection connection = cluster.postgres().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table delivery in access exclusive mode");
            statement.execute("select pg_sleep(" + JAM.toSeconds() + ")");
            connection.commit();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void deadLetterWhoseBrokerGoesAwayBeforeItsCopyIsSent() {
        String subscription = subscribe(cluster.one(), "");
        target.answering(request -> {
            if (request.path().equals("/hook")) {
                cluster.broker().kill9();
            }
            return Answer.status(500);
        });

        post(cluster.one(), Posted.event(type));
        await("the delivery has failed")
                .atMost(IN_TIME)
                .untilAsserted(() -> assertThat(deliveries(cluster.one(), subscription))
                        .singleElement()
                        .satisfies(one -> assertThat(one.getString("state")).isEqualTo("failed")));
        cluster.broker().restart();

        try (DeadLetterConsumer consumer =
                new DeadLetterConsumer(cluster.broker().url())) {
            await("its copy is on the queue")
                    .atMost(IN_TIME)
                    .untilAsserted(() -> assertThat(consumer.deliveriesOf(subscription))
                            .containsOnly(deliveries(cluster.one(), subscription)
                                    .get(0)
                                    .getString("id")));
        }
    }
}
