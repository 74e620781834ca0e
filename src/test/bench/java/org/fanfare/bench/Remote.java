package org.fanfare.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service that runs already and speaks the Pacifica wire. Of its process nothing is known. */
final class Remote implements Contender {

    private static final Pattern UUID = Pattern.compile("\"uuid\"\\s*:\\s*\"([^\"]+)\"");

    private final URI uri;
    private final List<Made> made = new ArrayList<>();

    private Remote(URI uri) {
        this.uri = uri;
    }

    /** A subscription that it has got from here. */
    private record Made(String owner, String uuid) {}

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

    /** One by one, as the Pacifica wire has it. */
    @Override
    public void subscribe(List<Wish> wishes) throws IOException {
        try (HttpConnection connection = connect()) {
            for (Wish wish : wishes) {
                int status = connection.post("/eventmatch", wish.owner(), wish.json());
                Matcher uuid = UUID.matcher(connection.text());
                if (status != 200 || !uuid.find()) {
                    throw new IOException("a subscription was refused: " + status + " " + connection.text());
                }
                made.add(new Made(wish.owner(), uuid.group(1)));
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

    /** It goes on, without what it has got from here. */
    @Override
    public void close() throws IOException {
        try (HttpConnection connection = connect()) {
            for (Made each : made) {
                connection.delete("/eventmatch/" + each.uuid, each.owner);
            }
        }
    }
}
