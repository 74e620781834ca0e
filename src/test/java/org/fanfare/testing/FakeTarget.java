package org.fanfare.testing;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** A target of deliveries: it takes all of them with 204, unless it was told otherwise. */
public final class FakeTarget implements AutoCloseable {

    private final Deque<Answer> script = new ArrayDeque<>(List.of(Answer.status(204)));
    private final FakeServer server;
    private volatile Function<ReceivedRequest, Answer> judge = request -> next();

    public FakeTarget() {
        this(null);
    }

    /** @param tls to be reached by https, by clients that show a certificate it trusts; null for plain http */
    public FakeTarget(SSLContext tls) {
        server = new FakeServer(request -> judge.apply(request), tls);
    }

    /** Gives these answers, one after the other, and then the last of them for ever. */
    public FakeTarget answering(Answer... answers) {
        synchronized (script) {
            script.clear();
            script.addAll(List.of(answers));
        }
        judge = request -> next();
        return this;
    }

    /** Gives each request the answer that this has for it. */
    public FakeTarget answering(Function<ReceivedRequest, Answer> each) {
        judge = each;
        return this;
    }

    public URI url() {
        return url("/hook");
    }

    public URI url(String path) {
        return server.url(path);
    }

    public List<ReceivedRequest> requests() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }

    private Answer next() {
        synchronized (script) {
            return script.size() > 1 ? script.poll() : script.peek();
        }
    }
}
