package org.fanfare.command;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** A server that runs, asked as an admin. */
final class Rest {

    static final Set<String> OPTIONS = Set.of("--url", "--user", "--token");

    static final String HELP = """
              --url URL          of the server (http://127.0.0.1:8080)
              --user NAME        who asks, as a proxy in front would say in the user header: an admin (fanfare.caller.admins)
              --token TOKEN      or an API token of an admin; better in FANFARE_TOKEN, as others see command lines
            """;

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final String DEFAULT_URL = "http://127.0.0.1:8080";
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final String base;
    private final String user;
    private final String token;

    private Rest(String base, String user, String token) {
        this.base = base;
        this.user = user;
        this.token = token;
    }

    static Rest of(Arguments arguments) {
        String url = arguments.value("--url").orElse(DEFAULT_URL);
        if (!url.matches("https?://.+")) {
            throw new WrongUse("\"" + url + "\" is no URL of a server.");
        }
        return new Rest(
                url.replaceFirst("/+$", ""),
                arguments.value("--user").orElse(null),
                arguments.value("--token").orElseGet(() -> Database.setting("fanfare.token")));
    }

    JsonStructure get(String path) {
        return send(request(path).GET());
    }

    JsonStructure post(String path, JsonObject body) {
        return post(path, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    JsonStructure post(String path, String contentType, byte[] body) {
        BodyPublisher content = BodyPublishers.ofByteArray(body);
        return send(request(path).header("Content-Type", contentType).POST(content));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (user != null) {
            request.header(Database.setting("fanfare.caller.header"), user);
        }
        if (token != null && !token.isBlank()) {
            request.header("Authorization", "Bearer " + token.strip());
        }
        return request;
    }

    private JsonStructure send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() == OK) {
                return json(answer.body());
            }
            throw new CommandFailed(base + " answered " + answer.statusCode() + ": " + detail(answer.body()));
        } catch (IOException failed) {
            throw new CommandFailed(base + " cannot be reached (" + failed + ").");
        } catch (IllegalArgumentException | JsonException strange) {
            throw new CommandFailed(base + " is no Fanfare that can be asked (" + strange.getMessage() + ").");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("stopped");
        }
    }

    private static String detail(String body) {
        try {
            return json(body).asJsonObject().getString("detail", body);
        } catch (JsonException | ClassCastException noProblem) {
            return body;
        }
    }

    private static JsonStructure json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.read();
        }
    }
}
