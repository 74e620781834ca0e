package org.fanfare.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Calls Fanfare, as nobody or as the user that a proxy would name. Nothing of an answer is checked here. */
public final class FanfareClient {

    private static final String JSON = "application/json";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Supplier<URI> baseUrl;
    private final String user;
    private final String tenant;

    FanfareClient(Supplier<URI> baseUrl) {
        this(baseUrl, null, null);
    }

    private FanfareClient(Supplier<URI> baseUrl, String user, String tenant) {
        this.baseUrl = baseUrl;
        this.user = user;
        this.tenant = tenant;
    }

    public FanfareClient as(String name) {
        return new FanfareClient(baseUrl, name, tenant);
    }

    /** As a user of a tenant, in the header that {@link SharedFanfare} has for it. */
    public FanfareClient of(String otherTenant) {
        return new FanfareClient(baseUrl, user, otherTenant);
    }

    public Reply get(String path) {
        return call("GET", path);
    }

    public Reply delete(String path) {
        return call("DELETE", path);
    }

    public Reply post(String path, String body) {
        return call("POST", path, Map.of("Content-Type", JSON), body);
    }

    public Reply put(String path, String body) {
        return call("PUT", path, Map.of("Content-Type", JSON), body);
    }

    public Reply call(String method, String path) {
        return call(method, path, Map.of(), BodyPublishers.noBody());
    }

    public Reply call(String method, String path, Map<String, String> headers, String body) {
        return call(method, path, headers, BodyPublishers.ofString(body));
    }

    public Reply call(String method, String path, Map<String, String> headers, BodyPublisher body) {
        try {
            return send(method, path, headers, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For tests that expect connections to break. */
    public Reply send(String method, String path, Map<String, String> headers, BodyPublisher body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl.get() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        headers.forEach(request::setHeader);
        if (user != null) {
            request.setHeader("Http-Remote-User", user);
        }
        if (tenant != null) {
            request.setHeader(SharedFanfare.TENANT_HEADER, tenant);
        }
        try {
            return new Reply(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while calling " + path, e);
        }
    }
}
