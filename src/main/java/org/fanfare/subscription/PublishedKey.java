package org.fanfare.subscription;

import jakarta.json.JsonObject;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.fanfare.database.UtcTime;
import org.fanfare.signing.HeldKey;
import org.fanfare.signing.KeyPair;

/** A public key that deliveries of a subscription are signed with, for all to read. Immutable. */
@Entity
@Table(name = "published_key")
@Cacheable(false)
public class PublishedKey {

    @Id
    private UUID id;

    @Column(name = "subscription_id")
    private UUID subscriptionId;

    @Column(name = "key_id")
    private String keyId;

    private String coordinate;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "until_at")
    private OffsetDateTime untilAt;

    protected PublishedKey() {}

    PublishedKey(UUID id, UUID subscriptionId, HeldKey held) {
        KeyPair pair = (KeyPair) held.key();
        this.id = id;
        this.subscriptionId = subscriptionId;
        this.keyId = pair.keyId();
        this.coordinate = pair.coordinate();
        this.createdAt = UtcTime.of(held.created());
        this.untilAt = UtcTime.of(held.until().orElse(null));
    }

    /** As a JSON Web Key. */
    JsonObject webKey() {
        return KeyPair.webKey(keyId, coordinate);
    }
}
