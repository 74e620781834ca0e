package org.fanfare.history;

import org.fanfare.delivery.Attempt;
import org.fanfare.wire.WireTime;

/**
 * One HTTP exchange of a delivery.
 *
 * @param succeeded whether the target has the event by it
 * @param policy what the policy said before it
 * @param elapsed ISO-8601 duration
 * @param repeated whether the request was sent twice, because its first, kept-alive connection had ended
 * @param error why there is no response
 */
public record AttemptView(
        int number,
        String startedAt,
        String elapsed,
        boolean succeeded,
        boolean repeated,
        PolicyView policy,
        Request request,
        Response response,
        String error) {

    /** @param headers one a line, secrets redacted */
    public record Request(String url, String headers, int length) {}

    /**
     * @param body its start
     * @param length of the whole body in bytes, where it is known
     */
    public record Response(int status, String headers, String body, Long length) {}

    static AttemptView of(Attempt attempt) {
        return new AttemptView(
                attempt.number(),
                WireTime.write(attempt.startedAt()),
                attempt.elapsed().toString(),
                attempt.succeeded(),
                attempt.repeated(),
                PolicyView.of(attempt.policy()),
                new Request(attempt.requestUrl(), attempt.requestHeaders(), attempt.requestLength()),
                attempt.responseStatus()
                        .map(status -> new Response(
                                status,
                                attempt.responseHeaders().orElse(null),
                                attempt.responseBody().orElse(null),
                                attempt.responseLength().orElse(null)))
                        .orElse(null),
                attempt.error().orElse(null));
    }
}
