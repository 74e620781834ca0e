package org.fanfare.policy;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fanfare.caller.Owner;
import org.fanfare.wire.PercentEncoding;

/**
 * Puts a question to its place: {@code POST {policy}/events/{user}?permission=&tenant=}, with the event for a body.
 *
 * <p>Not by parameters of {@link PolicyClient}: not every REST client encodes the slashes of a path parameter, and a name
 * that reached another path of the policy service would be asked for as somebody else. And to look for converters of three
 * texts takes a client longer than to write the request.
 */
final class QuestionOnTheWire implements ClientRequestFilter {

    private static final String SAFE_PUNCTUATION = "-._~!$&'()*+,=:@";

    private final String events;
    private final String query;

    /** @param policyUrl the base URL of the service; if it has a query, each question begins its own with that */
    QuestionOnTheWire(URI policyUrl) {
        String path = policyUrl.getRawPath().replaceAll("/+$", "") + "/events/";
        events = policyUrl.getScheme() + "://" + policyUrl.getRawAuthority() + path;
        query = policyUrl.getRawQuery();
    }

    @Override
    public void filter(ClientRequestContext request) {
        Question question = (Question) request.getEntity();
        request.setUri(address(question.user(), question.permission()));
        request.setEntity(question.event(), null, MediaType.APPLICATION_JSON_TYPE);
    }

    URI address(Owner user, String permission) {
        String tenant = Owner.isDefault(user.tenant()) ? null : user.tenant();
        String all = Stream.of(query, parameter("permission", permission), parameter("tenant", tenant))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("&"));
        return URI.create(events + segment(user.name()) + (all.isEmpty() ? "" : "?" + all));
    }

    /** Null for null. */
    private static String parameter(String name, String value) {
        return value == null ? null : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** RFC 3986, 3.3; the semicolon, which may stand for itself there, is where some servers cut a segment off. */
    private static String segment(String name) {
        return name.equals(".") || name.equals("..")
                ? name.replace(".", "%2E")
                : PercentEncoding.encode(name, QuestionOnTheWire::isPlain);
    }

    private static boolean isPlain(int each) {
        return each >= '0' && each <= '9'
                || each >= 'A' && each <= 'Z'
                || each >= 'a' && each <= 'z'
                || SAFE_PUNCTUATION.indexOf(each) >= 0;
    }
}
