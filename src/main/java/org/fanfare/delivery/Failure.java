package org.fanfare.delivery;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.fanfare.wire.JsonText;

/** What a dead letter says of the delivery that failed. A class, because EclipseLink embeds no records. */
@Embeddable
public class Failure {

    @Column(name = "failed_delivery")
    private String deliveryId;

    @Column(name = "failed_reason")
    private String reason;

    @Column(name = "failed_attempts")
    private Integer attempts;

    protected Failure() {}

    static Failure of(Delivery failed) {
        Failure failure = new Failure();
        failure.deliveryId = failed.id().toString();
        failure.reason = failed.reason().orElse("");
        failure.attempts = failed.attempts();
        return failure;
    }

    /** The delivery that failed; null if nothing is known of one. */
    UUID deliveryId() {
        return deliveryId == null ? null : UUID.fromString(deliveryId);
    }

    /** It as extension attributes of the event. */
    JsonObject extensions() {
        JsonObjectBuilder extensions = JsonText.JSON
                .createObjectBuilder()
                .add("fanfaredelivery", deliveryId)
                .add("fanfareattempts", attempts);
        return reason.isEmpty()
                ? extensions.build()
                : extensions.add("fanfarereason", reason).build();
    }
}
