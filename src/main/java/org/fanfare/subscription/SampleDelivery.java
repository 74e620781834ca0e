package org.fanfare.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.fanfare.delivery.Consent;
import org.fanfare.delivery.Recipient;
import org.fanfare.dialect.OutgoingRequest;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.dialect.Undeliverable;
import org.fanfare.event.CloudEvent;
import org.fanfare.event.ContentMode;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.sending.Exchange;
import org.fanfare.sending.HttpSender;
import org.fanfare.wire.WireTime;

/** Sends a sample event to a subscription's target, so that its owner sees what comes back. It is recorded nowhere. */
@ApplicationScoped
public class SampleDelivery {

    @Inject
    private HttpSender sender;

    @Inject
    private StoredRecipients recipients;

    @Inject
    private Clock clock;

    /** What was sent and what came back. Waits for the target, so call it outside of a transaction. */
    JsonObject to(Subscription subscription) {
        UUID id = UUID.randomUUID();
        Recipient recipient = recipients.recipient(subscription);
        OutgoingRequest request = request(recipient, id, subscription);
        if (recipient.consent() instanceof Consent.Awaited awaited) {
            return report(request, false, "nothing was sent: " + awaited.reason(), 0)
                    .add("response", JsonValue.NULL)
                    .build();
        }
        Exchange exchange = sender.send(
                request.method(), recipient.targetUrl(), request.headers(), request.body(), recipient.access());
        long millis = exchange.elapsed().toMillis();
        return report(request, exchange.isSuccess(), exchange.summary(), millis)
                .add("response", response(exchange))
                .build();
    }

    private static JsonObjectBuilder report(OutgoingRequest request, boolean isDelivered, String summary, long millis) {
        return Json.createObjectBuilder()
                .add("delivered", isDelivered)
                .add("summary", summary)
                .add("elapsed_ms", millis)
                .add("request_body", new String(request.body(), StandardCharsets.UTF_8));
    }

    private OutgoingRequest request(Recipient recipient, UUID id, Subscription subscription) {
        try {
            return recipient.request(id.toString(), sample(id, subscription), clock.instant());
        } catch (Undeliverable why) {
            throw Problem.of(ProblemType.CONFLICT, "Nothing can be sent: " + why.getMessage() + ".");
        }
    }

    private CloudEvent sample(UUID id, Subscription subscription) {
        JsonObject attributes = Json.createObjectBuilder()
                .add("cloudEventsVersion", "0.1")
                .add("eventType", "org.fanfare.test")
                .add("source", "/eventmatch/" + subscription.id())
                .add("eventID", id.toString())
                .add("eventTime", WireTime.write(clock.instant()))
                .add("contentType", "application/json")
                .build();
        JsonObject whole = Json.createObjectBuilder(attributes)
                .add("data", Json.createObjectBuilder().add("subscription", subscription.name()))
                .build();
        byte[] body = whole.toString().getBytes(StandardCharsets.UTF_8);
        return new CloudEvent(SpecVersion.V0_1, ContentMode.STRUCTURED, attributes, "application/json", body);
    }

    private static JsonValue response(Exchange exchange) {
        if (!(exchange instanceof Exchange.Answered answered)) {
            return JsonValue.NULL;
        }
        JsonObjectBuilder headers = Json.createObjectBuilder();
        answered.headers().forEach(headers::add);
        return Json.createObjectBuilder()
                .add("status", answered.status())
                .add("headers", headers)
                .add("body", answered.bodyExcerpt())
                .build();
    }
}
