package org.fanfare.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A Pacifica policy service: it allows everything, but for users of whom it was told otherwise. */
public final class FakePolicy implements AutoCloseable {

    private static final Answer YES =
            Answer.of(200, Map.of("Content-Type", "application/json"), "{\"status\": \"success\"}");
    private static final Answer NO = Answer.of(
            412,
            Map.of("Content-Type", "application/json"),
            "{\"message\": \"Precondition Failed: Invalid values for submitter\"}");

    private final Map<String, Function<ReceivedRequest, Answer>> answers = new ConcurrentHashMap<>();
    private final FakeServer server = new FakeServer(
            request -> answers.getOrDefault(userOf(request), any -> YES).apply(request));

    public void allow(String user) {
        answers.remove(user);
    }

    public void refuse(String user) {
        answer(user, NO);
    }

    public void answer(String user, Answer answer) {
        answers.put(user, any -> answer);
    }

    /** Refuses this user the events whose questions have this text in them. */
    public void refuse(String user, String text) {
        answers.put(user, request -> request.text().contains(text) ? NO : YES);
    }

    public URI url() {
        return server.url("");
    }

    /** What was asked about this user. */
    public List<ReceivedRequest> questionsAbout(String user) {
        return server.requests().stream()
                .filter(request -> userOf(request).equals(user))
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }

    private static String userOf(ReceivedRequest request) {
        String segment = request.path().substring(request.path().lastIndexOf('/') + 1);
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
