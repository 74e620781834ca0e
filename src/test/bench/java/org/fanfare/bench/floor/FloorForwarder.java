package org.fanfare.bench.floor;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Posts each message. Outside of any transaction, as Fanfare's own beans are: the adapter acknowledges a message after the
 * listener has returned and gives it back when the listener throws, so none is lost and there is no transaction to pay for.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "fanfare.events"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "16")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FloorForwarder implements MessageListener {

    private static final URI TARGET = URI.create(System.getProperty("floor.target"));
    private static final int MULTIPLE_CHOICES = 300;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @Override
    public void onMessage(Message message) {
        try {
            post(message.getBody(byte[].class));
        } catch (JMSException unreadable) {
            throw new IllegalStateException("a message cannot be read", unreadable);
        } catch (IOException again) {
            throw new UncheckedIOException(again);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopping);
        }
    }

    private static void post(byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(TARGET)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status = CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        if (status >= MULTIPLE_CHOICES) {
            throw new IOException("the target answered " + status);
        }
    }
}
