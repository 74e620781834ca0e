package org.fanfare.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.UUID;
import javax.naming.InitialContext;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.outcome.Outcome;
import org.fanfare.testing.Product;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Copies of failed deliveries, taken from the queue as an operator's consumer would. */
@ExtendWith(ArquillianExtension.class)
class DeadLetterQueueIT {

    private static final long IN_TIME = 30_000;

    private Deliveries deliveries;
    private DeliveryRows rows;

    @Deployment
    static WebArchive archive() {
        return Product.with(DeadLetterQueueIT.class, DeliveryRows.class)
                .addAsLibrary(ShrinkWrap.create(JavaArchive.class, "switched-on.jar")
                        .addAsManifestResource(
                                new StringAsset("config_ordinal=200\nfanfare.deadletters.queue=true\n"),
                                "microprofile-config.properties"));
    }

    @BeforeEach
    void findBeans() {
        deliveries = CDI.current().select(Deliveries.class).get();
        rows = CDI.current().select(DeliveryRows.class).get();
    }

    @Test
    void aFailedDeliveryIsCopiedToTheQueueAndADeliveredOneIsNot() throws Exception {
        String id = UUID.randomUUID().toString();
        Nudge delivered = open(UUID.randomUUID().toString());
        Nudge failed = open(id);

        settle(delivered, DeliveryState.DELIVERED, "fine");
        settle(failed, DeliveryState.FAILED, "no luck");

        InitialContext names = new InitialContext();
        ConnectionFactory connections = (ConnectionFactory) names.lookup("jms/fanfare/ConnectionFactory");
        Queue queue = (Queue) names.lookup("jms/fanfare/deadletters");
        try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE);
                JMSConsumer consumer = context.createConsumer(queue)) {
            Message copy = consumer.receive(IN_TIME);
            assertThat(copy.getBody(String.class)).contains("\"id\":\"" + id + "\"");
            assertThat(copy.getStringProperty("deliveryId"))
                    .isEqualTo(failed.deliveryId().toString());
            assertThat(copy.getStringProperty("eventId"))
                    .isEqualTo(rows.find(failed).eventId().toString());
            assertThat(copy.getStringProperty("subscriptionId"))
                    .isEqualTo(rows.find(failed).subscriptionId().toString());
            assertThat(copy.getStringProperty("owner")).isEqualTo("o");
            assertThat(copy.getStringProperty("reason")).isEqualTo("no luck");
            assertThat(copy.getIntProperty("attempts")).isEqualTo(1);
            assertThat(consumer.receiveNoWait()).isNull();
        }
    }

    private void settle(Nudge nudge, DeliveryState state, String reason) {
        Claim claim = deliveries.take(nudge).orElseThrow();
        assertThat(deliveries.record(Work.none(claim, new Outcome.Settled(state, reason))))
                .isTrue();
    }

    private Nudge open(String id) {
        return rows.open(rows.accept(id));
    }
}
