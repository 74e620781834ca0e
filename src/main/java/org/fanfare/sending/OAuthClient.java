package org.fanfare.sending;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who fetches access tokens by the client credentials grant (RFC 6749, 4.4). Never prints its secret.
 *
 * @param endpoint where tokens are given out
 * @param scope what is asked for; null for what the endpoint gives by itself
 * @param audience for whom the token is to be, where the endpoint wants that said; null for not
 * @param isSecretInBody whether the client names itself in the body ({@code client_secret_post}) instead of in the header
 *     {@code Authorization} ({@code client_secret_basic})
 */
public record OAuthClient(
        URI endpoint, String id, String secret, String scope, String audience, boolean isSecretInBody) {

    public OAuthClient {
        requireNonNull(endpoint, "endpoint");
        requireNonNull(id, "id");
        requireNonNull(secret, "secret");
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Accept", "application/json");
        if (!isSecretInBody) {
            byte[] pair = (encoded(id) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8); // RFC 6749, 2.3.1
            headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return headers;
    }

    byte[] body() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        if (scope != null) {
            form.put("scope", scope);
        }
        if (audience != null) {
            form.put("audience", audience);
        }
        if (isSecretInBody) {
            form.put("client_id", id);
            form.put("client_secret", secret);
        }
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "OAuthClient[%s, redacted]".formatted(Redaction.ofUrl(endpoint));
    }
}
