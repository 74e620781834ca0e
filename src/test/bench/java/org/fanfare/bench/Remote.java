package org.fanfare.bench;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A service that runs already and speaks the Pacifica wire. Of its process nothing is known. */
record Remote(URI uri) implements Contender {

    static Remote at(String url) {
        URI uri = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("--against takes http://host:port/path, not " + url);
        }
        return new Remote(uri.getPort() > 0 ? uri : URI.create("http://" + uri.getHost() + ":80" + uri.getPath()));
    }

    @Override
    public String name() {
        return uri.getAuthority();
    }

    @Override
    public HttpConnection connect() {
        return new HttpConnection(uri);
    }

    @Override
    public void subscribe(List<Wish> wishes) throws IOException {
        subscribe(connect(), wishes);
    }

    /** One by one, as the Pacifica wire has it. */
    static void subscribe(HttpConnection connection, List<Wish> wishes) throws IOException {
        try (connection) {
            for (Wish wish : wishes) {
                int status = connection.post("/eventmatch", wish.owner(), wish.json());
                if (status != 200) {
                    throw new IOException("a subscription was refused: " + status + " " + connection.text());
                }
            }
        }
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.empty();
    }

    @Override
    public void requireAlive() {
        // whoever started it may see to that
    }

    @Override
    public void close() {
        // goes on
    }
}
