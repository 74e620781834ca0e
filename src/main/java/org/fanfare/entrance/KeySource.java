package org.fanfare.entrance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.fanfare.settings.WrongSetting;
import org.jose4j.jwk.JsonWebKey;

/** Where the keys of an identity provider come from: a text, a file, or a URL. */
final class KeySource {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(4);
    private static final int OK = 200;

    private KeySource() {}

    /** Keys that are at hand must be readable; those at a URL are not asked for before they are needed. */
    static Supplier<CompletableFuture<List<JsonWebKey>>> of(JwtSettings settings) {
        if (!settings.key().isEmpty()) {
            return fixed(read("mp.jwt.verify.publickey", settings.key()));
        }
        String location = settings.location();
        if (location.startsWith("http://") || location.startsWith("https://")) {
            return remote(URI.create(location));
        }
        Path file = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
        read("mp.jwt.verify.publickey.location", content(file));
        return () -> CompletableFuture.supplyAsync(() -> KeyText.read(content(file)));
    }

    private static Supplier<CompletableFuture<List<JsonWebKey>>> fixed(List<JsonWebKey> keys) {
        return () -> CompletableFuture.completedFuture(keys);
    }

    private static Supplier<CompletableFuture<List<JsonWebKey>>> remote(URI url) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(ANSWER)
                .header("Accept", "application/jwk-set+json, application/json")
                .build();
        return () -> http.sendAsync(request, BodyHandlers.ofString()).thenApply(KeySource::keys);
    }

    private static List<JsonWebKey> keys(HttpResponse<String> answer) {
        if (answer.statusCode() != OK) {
            throw new IllegalArgumentException("The keys' URL answered " + answer.statusCode());
        }
        return KeyText.read(answer.body());
    }

    private static List<JsonWebKey> read(String key, String text) {
        try {
            return KeyText.read(text);
        } catch (IllegalArgumentException unreadable) {
            throw new WrongSetting(key + ": " + unreadable.getMessage() + ".");
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new WrongSetting("mp.jwt.verify.publickey.location: " + file + " cannot be read.");
        }
    }
}
