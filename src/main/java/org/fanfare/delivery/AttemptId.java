package org.fanfare.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** An attempt's key. A class, because EclipseLink embeds no records. */
@Embeddable
class AttemptId implements Serializable {

    private static final long serialVersionUID = 1;

    @Column(name = "delivery_id")
    private UUID deliveryId;

    private int number;

    protected AttemptId() {}

    AttemptId(UUID deliveryId, int number) {
        this.deliveryId = deliveryId;
        this.number = number;
    }

    UUID deliveryId() {
        return deliveryId;
    }

    int number() {
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AttemptId that && deliveryId.equals(that.deliveryId) && number == that.number;
    }

    @Override
    public int hashCode() {
        return Objects.hash(deliveryId, number);
    }
}
