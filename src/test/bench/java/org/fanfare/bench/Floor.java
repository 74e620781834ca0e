package org.fanfare.bench;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.fanfare.bench.floor.FloorProcess;

/** The least program of the same shape; it sends everything to the one target that it was started with. */
record Floor(FloorProcess floor) implements Contender {

    static Floor start(BenchOptions options, URI target) throws IOException, InterruptedException {
        FloorProcess floor = FloorProcess.start(options.jar(), options.output(), options.jvm(), target);
        floor.awaitReady();
        return new Floor(floor);
    }

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public HttpConnection connect() {
        return HttpConnection.local(floor.port());
    }

    @Override
    public void subscribe(List<Wish> wishes) {
        throw new UnsupportedOperationException("the floor has no subscriptions");
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.of(floor.handle());
    }

    @Override
    public void requireAlive() {
        if (!floor.handle().isAlive()) {
            throw new IllegalStateException("the floor has ended, see floor.log");
        }
    }

    @Override
    public void close() {
        floor.close();
    }
}
