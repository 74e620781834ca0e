package org.fanfare.sending;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.fanfare.destination.ForbiddenAddressException;
import org.fanfare.sending.Exchange.Kind;
import org.fanfare.sending.Exchange.Unanswered;

/** What an exception of the HTTP client means for the delivery. */
record Failure(Kind kind, String message) {

    private static final String RESET = "The target closed the connection without an answer.";
    private static final String NO_HTTP = "The target's answer is not HTTP that can be read.";

    /** The first row that fits decides: subclasses stand before their superclasses. */
    private static final List<Meaning> MEANINGS = List.of(
            new Meaning(UnknownHostException.class, Kind.DNS, "The target's host name could not be resolved."),
            new Meaning(
                    ConnectTimeoutException.class,
                    Kind.CONNECT_TIMEOUT,
                    "No connection to the target was made in time."),
            new Meaning(ConnectException.class, Kind.CONNECT_REFUSED, "The target refused the connection."),
            new Meaning(NoRouteToHostException.class, Kind.CONNECT_REFUSED, "There is no way to the target."),
            new Meaning(SocketTimeoutException.class, Kind.READ_TIMEOUT, "The target did not answer in time."),
            new Meaning(NoHttpResponseException.class, Kind.CONNECTION_RESET, RESET),
            new Meaning(ConnectionClosedException.class, Kind.CONNECTION_RESET, RESET),
            new Meaning(SocketException.class, Kind.CONNECTION_RESET, RESET),
            new Meaning(EOFException.class, Kind.CONNECTION_RESET, RESET),
            new Meaning(ClientProtocolException.class, Kind.PROTOCOL, NO_HTTP),
            new Meaning(
                    MessageConstraintException.class, Kind.PROTOCOL, "The head of the target's answer is too long."),
            new Meaning(HttpException.class, Kind.PROTOCOL, NO_HTTP),
            new Meaning(
                    ConnectionRequestTimeoutException.class,
                    Kind.OTHER,
                    "All connections to the target were in use; nothing was sent."));

    static Failure of(Exception failure) {
        Exception cause = causeOf(failure);
        if (cause instanceof ProxyFailure) {
            return new Failure(Kind.PROXY, cause.getMessage());
        }
        if (cause instanceof ForbiddenAddressException) {
            return new Failure(Kind.FORBIDDEN_ADDRESS, cause.getMessage());
        }
        if (cause instanceof SSLException) {
            return cause.getCause() instanceof SocketException
                    ? new Failure(Kind.CONNECTION_RESET, RESET)
                    : new Failure(Kind.TLS, "No secure connection to the target: " + cause.getMessage() + ".");
        }
        return MEANINGS.stream()
                .filter(meaning -> meaning.type.isInstance(cause))
                .findFirst()
                .map(meaning -> new Failure(meaning.kind, meaning.sentence))
                .orElseGet(() -> new Failure(
                        Kind.OTHER, "The exchange failed: " + cause.getClass().getSimpleName() + "."));
    }

    /** The client wraps what the planning of the route and the proxy come to. */
    private static Exception causeOf(Exception failure) {
        boolean isWrapped = failure.getCause() instanceof ProxyFailure
                || (failure instanceof HttpException && failure.getCause() instanceof UnknownHostException);
        if (isWrapped) {
            return (Exception) failure.getCause();
        }
        boolean isTwiceWrapped = failure instanceof ClientProtocolException
                && failure.getCause() instanceof HttpException route
                && route.getCause() instanceof UnknownHostException;
        return isTwiceWrapped ? (Exception) failure.getCause().getCause() : failure;
    }

    Unanswered after(Duration elapsed, boolean isRepeated) {
        return new Unanswered(kind, message, elapsed, isRepeated);
    }

    private record Meaning(Class<? extends Exception> type, Kind kind, String sentence) {}
}
