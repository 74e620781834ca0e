package org.fanfare.subscription;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Lob;
import org.fanfare.dialect.WholeEventDialect;
import org.fanfare.wire.JsonText;

/** Where the deliveries of a subscription go, and how, secrets aside. Does not change; another wish is another one. */
@Embeddable
public class Target {

    @Column(name = "target_url")
    private String url;

    @Column(name = "delivery_dialect")
    private String dialect = WholeEventDialect.PACIFICA.wireName();

    private String method = "POST";

    @Lob
    private String extensions = "{}";

    @Lob
    private String options = "{}";

    protected Target() {}

    private Target(Target other) {
        this.url = other.url;
        this.dialect = other.dialect;
        this.method = other.method;
        this.extensions = other.extensions;
        this.options = other.options;
    }

    /** Of a new subscription, which does not say yet where to. */
    static Target unknown() {
        return new Target();
    }

    static Target of(SubscriptionBody body) {
        Target target = new Target();
        target.url = body.sink();
        target.dialect = body.delivery().wireName();
        target.method = body.method();
        target.extensions = body.extensions().toString();
        target.options = body.options().toString();
        return target;
    }

    /** The same, but for what the body names. */
    Target with(EventMatchBody body) {
        Target changed = new Target(this);
        if (body.has("target_url")) {
            changed.url = body.targetUrl();
        }
        if (body.has("extensions")) {
            changed.extensions = body.extensions().toString();
        }
        return changed;
    }

    String url() {
        return url;
    }

    /** What deliveries look like: the name of a dialect, which may be gone meanwhile. */
    String dialect() {
        return dialect;
    }

    /** The HTTP method of deliveries. */
    String method() {
        return method;
    }

    /** What is added to each event. */
    JsonObject extensions() {
        return JsonText.object(extensions);
    }

    /** How deliveries are handled, as the owner wrote it. */
    JsonObject options() {
        return JsonText.object(options);
    }
}
