package org.fanfare.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** An HTTP server on a free port of 127.0.0.1 that keeps what it was sent, and answers as it was told. */
final class FakeServer implements AutoCloseable {

    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake");
        thread.setDaemon(true);
        return thread;
    });
    private final Function<ReceivedRequest, Answer> script;
    private final HttpServer server;

    FakeServer(Function<ReceivedRequest, Answer> script) {
        this(script, null);
    }

    /** @param tls to serve https to clients that show a certificate it trusts; null for plain http */
    FakeServer(Function<ReceivedRequest, Answer> script, SSLContext tls) {
        this.script = script;
        try {
            server = create(tls, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private static HttpServer create(SSLContext tls, InetSocketAddress address) throws IOException {
        if (tls == null) {
            return HttpServer.create(address, 0);
        }
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters demands = tls.getDefaultSSLParameters();
                demands.setNeedClientAuth(true);
                parameters.setSSLParameters(demands);
            }
        });
        return server;
    }

    URI url(String path) {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        ReceivedRequest request = ReceivedRequest.of(exchange);
        requests.add(request);
        try {
            script.apply(request).give(exchange, closing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
