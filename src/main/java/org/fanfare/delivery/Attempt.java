package org.fanfare.delivery;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.net.URI;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.database.RowBatch;
import org.fanfare.database.UtcTime;
import org.fanfare.dialect.OutgoingRequest;
import org.fanfare.policy.PolicyAnswer;
import org.fanfare.sending.Exchange;
import org.fanfare.sending.Redaction;

/** One HTTP exchange of a delivery, as it was; secrets are redacted. Immutable. */
@Entity
@Table(name = "attempt")
@Cacheable(false)
public class Attempt {

    /** For {@link #bind}. A native statement: one for many attempts, of many deliveries. */
    static final String INSERT = """
            insert into attempt (delivery_id, number, started_at, elapsed_millis, request_url, request_headers,
                request_length, response_status, response_headers, response_body, response_length, error, succeeded,
                repeated, policy_answer, policy_summary, policy_status, policy_asked_at, policy_millis)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final int LONGEST_HEADERS = 8192;

    private static final int LONGEST_URL = 2048;
    private static final int LONGEST_ERROR = 1000;

    @EmbeddedId
    private AttemptId id;

    @Column(name = "started_at")
    private OffsetDateTime startedAt;

    @Column(name = "elapsed_millis")
    private int elapsedMillis;

    @Embedded
    private PolicyNote policy;

    @Column(name = "request_url")
    private String requestUrl;

    @Lob
    @Column(name = "request_headers")
    private String requestHeaders;

    @Column(name = "request_length")
    private int requestLength;

    @Column(name = "response_status")
    private Integer responseStatus;

    @Lob
    @Column(name = "response_headers")
    private String responseHeaders;

    @Lob
    @Column(name = "response_body")
    private String responseBody;

    @Column(name = "response_length")
    private Long responseLength;

    private String error;
    private boolean succeeded;
    private boolean repeated;

    protected Attempt() {}

    /**
     * @param policy what the policy said before this attempt
     */
    static Attempt of(
            Claim claim,
            Instant startedAt,
            PolicyAnswer policy,
            URI targetUrl,
            OutgoingRequest request,
            Exchange exchange) {
        Attempt attempt = new Attempt();
        attempt.id = new AttemptId(claim.deliveryId(), claim.attempts() + 1);
        attempt.startedAt = UtcTime.of(startedAt);
        attempt.policy = PolicyNote.of(policy);
        attempt.requestUrl = Columns.cut(Redaction.ofUrl(targetUrl), LONGEST_URL);
        attempt.requestHeaders = headerText(Redaction.ofHeaders(request.headers()));
        attempt.requestLength = request.length();
        attempt.took(exchange);
        return attempt;
    }

    /** The same, ruled to have brought the event to the target or not. */
    Attempt ruled(boolean hasSucceeded) {
        succeeded = hasSucceeded;
        return this;
    }

    private void took(Exchange exchange) {
        elapsedMillis = (int) exchange.elapsed().toMillis();
        repeated = exchange.isRepeated();
        if (exchange instanceof Exchange.Answered answered) {
            responseStatus = answered.status();
            responseHeaders = headerText(Redaction.ofHeaders(answered.headers()));
            // A NUL is legal in an answer, but not in PostgreSQL's text.
            responseBody = answered.bodyExcerpt().replace('\0', '\uFFFD');
            responseLength = answered.bodyLength() < 0 ? null : answered.bodyLength();
        } else {
            error = Columns.cut(exchange.summary(), LONGEST_ERROR);
        }
    }

    /** Gives the columns to {@link #INSERT}. */
    void bind(RowBatch.Row row) throws SQLException {
        row.add(id.deliveryId())
                .add(id.number())
                .add(startedAt)
                .add(elapsedMillis)
                .add(requestUrl)
                .add(requestHeaders)
                .add(requestLength)
                .add(responseStatus, Types.INTEGER)
                .add(responseHeaders, Types.VARCHAR)
                .add(responseBody, Types.VARCHAR)
                .add(responseLength, Types.BIGINT)
                .add(error, Types.VARCHAR)
                .add(succeeded)
                .add(repeated);
        policy.bind(row);
    }

    public UUID deliveryId() {
        return id.deliveryId();
    }

    public int number() {
        return id.number();
    }

    public Instant startedAt() {
        return UtcTime.instant(startedAt);
    }

    public Duration elapsed() {
        return Duration.ofMillis(elapsedMillis);
    }

    /** What the policy said before it. */
    public PolicyNote policy() {
        return policy;
    }

    /** Whether the target has the event by this attempt. */
    public boolean succeeded() {
        return succeeded;
    }

    /** Whether the request was sent twice, because its first, kept-alive connection had ended. */
    public boolean repeated() {
        return repeated;
    }

    public String requestUrl() {
        return requestUrl;
    }

    /** One {@code Name: value} a line. */
    public String requestHeaders() {
        return requestHeaders;
    }

    /** Length of the request's body in bytes. */
    public int requestLength() {
        return requestLength;
    }

    /** Empty if the target gave no answer. */
    public Optional<Integer> responseStatus() {
        return Optional.ofNullable(responseStatus);
    }

    public Optional<String> responseHeaders() {
        return Optional.ofNullable(responseHeaders);
    }

    /** The start of the response's body. */
    public Optional<String> responseBody() {
        return Optional.ofNullable(responseBody);
    }

    /** The true length of the response's body in bytes, where it is known. */
    public Optional<Long> responseLength() {
        return Optional.ofNullable(responseLength);
    }

    /** Why there is no answer. */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }

    private static String headerText(Map<String, String> headers) {
        StringBuilder text = new StringBuilder();
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.substring(0, Math.min(text.length(), LONGEST_HEADERS));
    }
}
