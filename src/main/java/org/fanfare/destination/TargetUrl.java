package org.fanfare.destination;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fanfare.destination.Verdict.Allowed;
import org.fanfare.destination.Verdict.Forbidden;
import org.fanfare.destination.Verdict.Ground;

/** The check of a target's URL by its text alone: what can be told when a subscription is saved, without the DNS. */
final class TargetUrl {

    static final int MAX_LENGTH = 2048;

    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final InetAddress THIS_MACHINE = Ipv4Text.address(0x7f000001);

    private final AddressRules rules;
    private final boolean httpsOnly;

    TargetUrl(AddressRules rules, boolean httpsOnly) {
        this.rules = rules;
        this.httpsOnly = httpsOnly;
    }

    Verdict check(String text) {
        if (text == null || text.isBlank()) {
            return wrong("The target URL is missing.");
        }
        if (text.length() > MAX_LENGTH) {
            return wrong("The target URL is longer than " + MAX_LENGTH + " characters.");
        }
        try {
            return check(new URI(text));
        } catch (URISyntaxException e) {
            return wrong("The target URL is not a URL: " + e.getReason() + ".");
        }
    }

    private Verdict check(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return wrong("The target URL must begin with https:// or http://.");
        }
        if (httpsOnly && !scheme.equals("https")) {
            return wrong("The target URL must begin with https://.");
        }
        if (uri.getRawAuthority() == null) {
            return wrong("The target URL has no host.");
        }
        if (uri.getRawAuthority().contains("@")) {
            return wrong("The target URL must not hold a user name or password; give them as authentication.");
        }
        if (uri.getRawFragment() != null) {
            return wrong("The target URL must not have a fragment (#).");
        }
        return checkAuthority(scheme, uri);
    }

    private Verdict checkAuthority(String scheme, URI uri) {
        String authority = uri.getRawAuthority();
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        String port = hasPort ? authority.substring(colon + 1) : "";
        if (!port.isEmpty() && !isPort(port)) {
            return wrong("The port must be a number from 1 to 65535.");
        }
        Host host = Host.read(hasPort ? authority.substring(0, colon) : authority);
        if (host instanceof Host.Unreadable unreadable) {
            return wrong(unreadable.reason());
        }
        String start = scheme + "://";
        String end = (port.isEmpty() ? "" : ":" + port) + afterAuthority(uri);
        return host instanceof Host.Literal literal
                ? checkLiteral(literal, start, end)
                : checkName((Host.Name) host, start, end);
    }

    private Verdict checkLiteral(Host.Literal literal, String start, String end) {
        String address = literal.address().getHostAddress();
        Optional<String> objection = rules.objectionTo(address, literal.address());
        if (objection.isPresent()) {
            return forbidden("The address " + address + " is not allowed as a target: " + objection.get() + ".");
        }
        if (!literal.isCanonical()) {
            return wrong("An IPv4 address must be written as four decimal numbers.");
        }
        return new Allowed(URI.create(start + literal.inUrl() + end));
    }

    private Verdict checkName(Host.Name host, String start, String end) {
        Optional<String> objection =
                host.isLocalhost() ? rules.objectionTo(host.name(), THIS_MACHINE) : rules.objectionTo(host.name());
        return objection
                .<Verdict>map(why -> forbidden("The host " + host.name() + " is not allowed as a target: " + why + "."))
                .orElseGet(() -> new Allowed(URI.create(start + host.name() + end)));
    }

    private static boolean isPort(String digits) {
        return PORT.matcher(digits).matches() && Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) <= 65535;
    }

    private static String afterAuthority(URI uri) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath()) + query;
    }

    private static Forbidden wrong(String reason) {
        return new Forbidden(Ground.URL, reason);
    }

    private static Forbidden forbidden(String reason) {
        return new Forbidden(Ground.ADDRESS, reason);
    }
}
