package org.fanfare.handshake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A target that is to be asked now.
 *
 * @param number of this question to this target
 * @param key of the callback; kept nowhere
 */
record Question(UUID subscriptionId, int number, String origin, Integer requestedRate, String key) {

    /** What the request says (4.1 of the document). */
    Map<String, String> headers(HandshakeSettings settings) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("WebHook-Request-Origin", origin);
        callback(settings).ifPresent(url -> headers.put("WebHook-Request-Callback", url));
        if (requestedRate != null) {
            headers.put("WebHook-Request-Rate", requestedRate.toString());
        }
        return headers;
    }

    private Optional<String> callback(HandshakeSettings settings) {
        return Optional.ofNullable(settings.callbackBase())
                .map(base -> base.toString().replaceFirst("/+$", "") + "/handshakes/" + subscriptionId + "?key=" + key);
    }

    @Override
    public String toString() {
        return "Question[%s, %d]".formatted(subscriptionId, number);
    }
}
