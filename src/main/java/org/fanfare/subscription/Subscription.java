package org.fanfare.subscription;

import jakarta.json.JsonObject;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.database.UtcTime;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.filter.Filter;
import org.fanfare.signing.KeyRing;
import org.fanfare.signing.Rotation;

/** An owner's standing wish to be told of events: an expression that tells which, and a target URL that tells where. */
@Entity
@Table(name = "subscription")
@Cacheable
public class Subscription {

    @Id
    private UUID id;

    private String tenant;
    private String owner;
    private String name;

    @Embedded
    private Wish wish;

    @Embedded
    private Target target = Target.unknown();

    private String version = "v0.1";

    @Embedded
    private Secrets secrets = Secrets.none();

    @Column(name = "token_expires")
    private OffsetDateTime tokenExpires;

    @Embedded
    private Standing standing;

    /** Null unless it comes from the file. */
    @Column(name = "static_key")
    private String staticKey;

    @Column(name = "static_print")
    private String staticPrint;

    private OffsetDateTime created;
    private OffsetDateTime updated;
    private OffsetDateTime deleted;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    protected Subscription() {}

    /** A subscription with nothing but its defaults; what the owner asked for is set by {@link #apply}. */
    Subscription(UUID id, Owner owner, Instant now) {
        this.id = id;
        this.tenant = owner.tenant();
        this.owner = owner.name();
        this.standing = Standing.enabledAt(now);
        this.created = UtcTime.of(now);
        this.updated = UtcTime.of(now);
        this.changedAt = UtcTime.of(now);
    }

    /**
     * Sets what a body names, and leaves the rest as it is. The body has been validated; it can be applied to a new
     * subscription, and where a {@linkplain Wish#plainExpression plain expression} is all there is to it.
     */
    void apply(EventMatchBody body, Instant now) {
        if (body.has("name")) {
            name = body.name();
        }
        if (body.has("jsonpath")) {
            wish = Wish.of(new PlainExpression(body.dialect(), body.jsonpath()));
            standing.wishChanged();
        }
        target = target.with(body);
        if (body.has("version")) {
            version = body.version();
        }
        if (body.has("auth")) {
            secrets = secrets.withAuth(id, body.auth());
            tokenExpires = null;
        }
        applyTimes(body, now);
    }

    /** Sets everything, secrets that the body leaves out excepted. The body has been validated. */
    void apply(SubscriptionBody body, Instant now) {
        wish = Wish.of(body);
        name = body.name() == null ? id.toString() : body.name();
        target = Target.of(body);
        secrets = secrets.fulfilling(id, body, now);
        if (body.credential() != null || body.clearsCredential()) {
            tokenExpires = body.credential() == null
                    ? null
                    : UtcTime.of(body.credential().tokenExpires());
        }
        standing.wishChanged();
        if (!body.disabled()) {
            standing.enable(now);
            standing.note(null);
        } else if (standing.isEnabled()) {
            standing.ownerSays(now, now);
        }
        updated = UtcTime.of(now);
        changed(now);
    }

    /** Replaces the keys that deliveries are signed with. */
    void rotateSigning(Rotation rotation, Instant now) {
        secrets = secrets.rotated(id, rotation, now);
        updated = UtcTime.of(now);
        changed(now);
    }

    /** Seals the secrets with the first master key; for all who can read them, nothing changes. */
    void reseal() {
        secrets = secrets.resealed(id);
    }

    private void applyTimes(EventMatchBody body, Instant now) {
        updated = UtcTime.of(body.has("updated") ? body.updated() : now);
        changed(now);
        if (body.has("created")) {
            created = UtcTime.of(body.created());
        }
        if (body.has("disabled")) {
            standing.ownerSays(body.disabled(), now);
        }
        if (body.has("error")) {
            standing.note(body.error());
        }
        if (body.has("deleted")) {
            deleted = UtcTime.of(body.deleted());
        }
    }

    void delete(Instant now) {
        deleted = UtcTime.of(now);
        updated = UtcTime.of(now);
        changed(now);
    }

    /** Stops deliveries, and tells the owner why. */
    void disable(DisabledBecause because, String reason, Instant now) {
        standing.disable(because, reason, now);
        updated = UtcTime.of(now);
        changed(now);
    }

    /** Notes for the owner that the filter could not be evaluated; the subscription stays enabled. */
    void noteFault(String sentence, Instant now) {
        standing.note(sentence);
        changed(now);
    }

    /** Notes under which key it stands in the file, and as what; null and null once it is no longer from there. */
    void file(String key, String print) {
        staticKey = key;
        staticPrint = print;
    }

    public UUID id() {
        return id;
    }

    public Owner owner() {
        return new Owner(tenant, owner);
    }

    public String name() {
        return name;
    }

    /** Which events it is about. */
    Wish wish() {
        return wish;
    }

    /** All that it asks of events, compiled; see {@link Wish#filter}. */
    public Filter filter(ExpressionSettings settings) {
        return wish.filter(settings);
    }

    public String targetUrl() {
        return target.url();
    }

    public String version() {
        return version;
    }

    /** Where deliveries go, and how. */
    Target target() {
        return target;
    }

    /** How deliveries are handled. */
    public DeliveryOptions deliveryOptions() {
        return new DeliveryOptions(target.options());
    }

    /** What is added to the headers of deliveries, by name; secrets included. */
    JsonObject headers() {
        return secrets.headers(id);
    }

    /** When the token in {@link #auth} does, if it is one and does. */
    Optional<Instant> tokenExpires() {
        return Optional.ofNullable(UtcTime.instant(tokenExpires));
    }

    /** With its secrets; like all of these, a {@link org.fanfare.secret.SecretUnreadable} where a key is missing. */
    public JsonObject auth() {
        return secrets.auth(id);
    }

    /** The keys that deliveries are signed with; none where they are not signed. */
    KeyRing signing() {
        return secrets.signing(id);
    }

    public Optional<String> error() {
        return standing.error();
    }

    public Optional<Instant> disabled() {
        return standing.disabled();
    }

    /** Whether it is enabled, since when, and if not, why. */
    public Standing standing() {
        return standing;
    }

    /** Its key in the file of static subscriptions; empty if it does not come from there. */
    Optional<String> staticKey() {
        return Optional.ofNullable(staticKey);
    }

    /** Whether the file still has it as it was when it was last read. */
    boolean isFiledAs(String print) {
        return print.equals(staticPrint);
    }

    public Instant created() {
        return UtcTime.instant(created);
    }

    public Instant updated() {
        return UtcTime.instant(updated);
    }

    public Optional<Instant> deleted() {
        return Optional.ofNullable(UtcTime.instant(deleted));
    }

    /** When anything of it was last changed, also what leaves {@link #updated()} alone. */
    public Instant changedAt() {
        return UtcTime.instant(changedAt);
    }

    /** Notes the time of a change: now, or a moment after the last one, so that no two have the same. */
    private void changed(Instant now) {
        Instant last = changedAt();
        changedAt = UtcTime.of(now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS));
    }

    /** Why nothing is delivered for now; empty if it is. */
    public Optional<String> holdReason() {
        return standing.holdReason();
    }

    /** Whether deliveries go out. */
    public boolean isLive() {
        return deleted == null && standing.isEnabled();
    }

    /** Whether events are matched against it: also while it is disabled, then their deliveries are held. */
    public boolean isMatched() {
        return deleted == null && standing.isMatched();
    }
}
