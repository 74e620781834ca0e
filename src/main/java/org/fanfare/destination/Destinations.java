package org.fanfare.destination;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.fanfare.destination.Verdict.Allowed;
import org.fanfare.destination.Verdict.Forbidden;
import org.fanfare.destination.Verdict.Ground;

/**
 * Where deliveries may go: the door of this package.
 *
 * <p>{@link #check} judges a URL by its text and by the rules that extensions add, when it is saved and again before each
 * attempt; {@link #resolver} judges the addresses when a connection is made. Whoever opens connections to places that users
 * name needs both.
 */
public final class Destinations {

    private final AddressRules rules;
    private final TargetUrl targetUrl;
    private final List<DestinationRule> extensions;
    private final Recent<URI, Optional<String>> objections;

    /** The rules of the house alone. */
    public Destinations(DestinationSettings settings) {
        this(settings, List.of());
    }

    /** @param extensions asked about each target that the rules of the house allow, in this order */
    public Destinations(DestinationSettings settings, List<DestinationRule> extensions) {
        rules = new AddressRules(settings);
        targetUrl = new TargetUrl(rules, settings.httpsOnly());
        this.extensions = List.copyOf(extensions);
        objections = new Recent<>(settings.remembered(), System::nanoTime);
    }

    /**
     * Judges a target's URL without asking the DNS; {@code null} is refused like any other text that is no URL. An answer of
     * the extensions' rules is used again for a while.
     */
    public Verdict check(String url) {
        Verdict verdict = targetUrl.check(url);
        if (!extensions.isEmpty() && verdict instanceof Allowed allowed) {
            return objections
                    .get(allowed.target(), this::objectionOfExtensions)
                    .<Verdict>map(why -> new Forbidden(Ground.ADDRESS, why))
                    .orElse(verdict);
        }
        return verdict;
    }

    private Optional<String> objectionOfExtensions(URI target) {
        return extensions.stream()
                .flatMap(rule -> rule.objectionTo(target).stream())
                .findFirst();
    }

    /** A resolver that asks {@code lookup} and gives only answers that may be reached. */
    public CheckedResolver resolver(DnsResolver lookup) {
        return new CheckedResolver(rules, lookup);
    }
}
