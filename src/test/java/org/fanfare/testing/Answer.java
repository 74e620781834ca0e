package org.fanfare.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a fake answers to one request. */
@FunctionalInterface
public interface Answer {

    /** @param closing is counted down when the fake is closed, for answers that take their time */
    void give(HttpExchange exchange, CountDownLatch closing) throws IOException, InterruptedException;

    static Answer status(int status) {
        return of(status, Map.of(), "");
    }

    static Answer of(int status, Map<String, String> headers, String body) {
        return (exchange, closing) -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        };
    }

    static Answer redirect(String location) {
        return of(302, Map.of("Location", location), "");
    }

    /** No answer for as long as the fake is open. */
    static Answer hang() {
        return (exchange, closing) -> {
            closing.await();
            exchange.close();
        };
    }

    /** The connection is closed without an answer. */
    static Answer drop() {
        return (exchange, closing) -> exchange.close();
    }

    /** The same answer, late. */
    default Answer after(Duration delay) {
        return (exchange, closing) -> {
            closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
            give(exchange, closing);
        };
    }
}
