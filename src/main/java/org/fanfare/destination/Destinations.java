package org.fanfare.destination;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Where deliveries may go: the door of this package.
 *
 * <p>{@link #check} judges a URL by its text, when it is saved and again before each attempt; {@link #resolver} judges
 * the addresses when a connection is made. Whoever opens connections to places that users name needs both.
 */
public final class Destinations {

    private final AddressRules rules;
    private final TargetUrl targetUrl;

    public Destinations(DestinationSettings settings) {
        rules = new AddressRules(settings);
        targetUrl = new TargetUrl(rules, settings.httpsOnly());
    }

    /** Judges a target's URL without asking the DNS; {@code null} is refused like any other text that is no URL. */
    public Verdict check(String url) {
        return targetUrl.check(url);
    }

    /** A resolver that asks {@code lookup} and gives only answers that may be reached. */
    public CheckedResolver resolver(DnsResolver lookup) {
        return new CheckedResolver(rules, lookup);
    }
}
