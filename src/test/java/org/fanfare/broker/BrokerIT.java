package org.fanfare.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.fanfare.testing.PayaraMicroOnly;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the application relies on: a message sent outside of any transaction arrives, and comes back when refused. */
@PayaraMicroOnly(because = "it takes our resource adapter; they have brokers of their own")
@ExtendWith(ArquillianExtension.class)
class BrokerIT {

    @ArquillianResource
    private URL base;

    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive archive() {
        return ShrinkWrap.create(WebArchive.class, "broker.war")
                .addClasses(BrokerDoor.class, BrokerListener.class, SeenMessages.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsWebInfResource(new StringAsset("""
                        <glassfish-ejb-jar>
                          <enterprise-beans>
                            <ejb>
                              <ejb-name>BrokerListener</ejb-name>
                              <jndi-name>jms/fanfare/events</jndi-name>
                            </ejb>
                          </enterprise-beans>
                        </glassfish-ejb-jar>
                        """), "glassfish-ejb-jar.xml");
    }

    @Test
    void messageSentOutsideATransactionArrives() throws Exception {
        send("once");
        await().atMost(Duration.ofSeconds(45))
                .untilAsserted(() -> assertThat(deliveries("once")).isEqualTo("1"));
    }

    @Test
    void messageComesAgainWhenTheListenerThrows() throws Exception {
        send("refused-first");
        await().atMost(Duration.ofSeconds(45))
                .untilAsserted(() -> assertThat(deliveries("refused-first")).isEqualTo("2"));
    }

    private void send(String text) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(door(text))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
    }

    private String deliveries(String text) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(door(text)).build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private URI door(String text) {
        return URI.create("http://127.0.0.1:" + base.getPort() + "/broker/door?text=" + text);
    }
}
