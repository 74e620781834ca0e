package org.fanfare.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.fanfare.sending.AccessTokens.Grant;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.sending.Exchange.Kind;
import org.fanfare.sending.Exchange.Unanswered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AccessTokensTest {

    private static final Duration MOMENT = Duration.ofMillis(3);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger fetches = new AtomicInteger();
    private final Queue<Exchange> answers = new ArrayDeque<>();
    private final AccessTokens tokens = new AccessTokens((client, limit) -> answer(), nanos::get);

    private Exchange answer() {
        fetches.incrementAndGet();
        return answers.size() > 1 ? answers.poll() : answers.peek();
    }

    @Test
    void tokenIsUsedAgainUntilShortlyBeforeItExpires() {
        answers.add(token("one", 3600));
        answers.add(token("two", 3600));

        assertThat(get("a").token()).isEqualTo("one");
        pass(Duration.ofSeconds(3600 - 31));
        assertThat(get("a").token()).isEqualTo("one");
        pass(Duration.ofSeconds(2));
        assertThat(get("a").token()).isEqualTo("two");
        assertThat(fetches).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"access_token\": \"x\", \"token_type\": \"bearer\"}', 299, 301",
        "'{\"access_token\": \"x\", \"expires_in\": 4}', 1, 3"
    })
    void shortAndUnsaidLivesAreKnown(String json, int stillGood, int overdue) {
        answers.add(answered(200, json));

        get("a");
        pass(Duration.ofSeconds(Math.min(stillGood, 269)));
        get("a");
        assertThat(fetches).hasValue(1);
        pass(Duration.ofSeconds(overdue));
        get("a");
        assertThat(fetches).hasValue(2);
    }

    @Test
    void eachClientHasItsOwnToken() {
        answers.add(token("one", 3600));
        answers.add(token("two", 3600));

        assertThat(get("a").token()).isEqualTo("one");
        assertThat(get("b").token()).isEqualTo("two");
        assertThat(get("a").token()).isEqualTo("one");
    }

    @Test
    void refusedTokenIsReplacedOnceForAll() {
        answers.add(token("one", 3600));
        answers.add(token("two", 3600));
        get("a");

        assertThat(tokens.get(client("a"), "one", limit()).token()).isEqualTo("two");
        assertThat(tokens.get(client("a"), "one", limit()).token()).isEqualTo("two");
        assertThat(fetches).hasValue(2);
    }

    @Test
    void whoWaitsForAFetchSharesWhatComesOfIt() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        AccessTokens slow = new AccessTokens(
                (client, limit) -> {
                    calls.incrementAndGet();
                    awaitRelease(release);
                    nanos.addAndGet(1);
                    return answered(503, "");
                },
                nanos::get);
        List<CompletableFuture<Grant>> waiting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            waiting.add(CompletableFuture.supplyAsync(
                    () -> slow.get(client("a"), null, limit()), command -> new Thread(command).start()));
        }
        await().until(() -> calls.get() == 1);
        await().until(() -> waitingThreads() >= 3);
        release.countDown();

        waiting.forEach(grant -> assertThat(grant.join().failure().message())
                .isEqualTo("No access token: the token endpoint answered 503."));
        assertThat(calls).hasValue(1);
    }

    private static long waitingThreads() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> List.of(stack).stream()
                        .anyMatch(frame -> frame.getMethodName().equals("tryLock")
                                && frame.getClassName().endsWith("ReentrantLock")))
                .count();
    }

    private static void awaitRelease(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void failureIsNotRemembered() {
        answers.add(answered(500, ""));
        answers.add(token("one", 3600));

        assertThat(get("a").isGiven()).isFalse();
        pass(MOMENT);
        assertThat(get("a").token()).isEqualTo("one");
    }

    @Test
    void errorCodeIsToldAndNothingElseOfTheAnswer() {
        answers.add(answered(400, "{\"error\": \"invalid_client\", \"error_description\": \"no s3cret\"}"));

        Unanswered failure = get("a").failure();

        assertThat(failure.kind()).isEqualTo(Kind.TOKEN);
        assertThat(failure.message()).isEqualTo("No access token: the token endpoint answered 400 (invalid_client).");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"access_token\": 1}",
                "{\"access_token\": \"\"}",
                "{\"access_token\": \"a b\"}",
                "{\"access_token\": \"a\\r\\nX: 1\"}",
                "{\"access_token\": \"a\", \"token_type\": \"mac\"}"
            })
    void answerWithoutBearerTokenIsAFailure(String json) {
        answers.add(answered(200, json));

        assertThat(get("a").failure().message()).contains("holds no bearer token");
    }

    @Test
    void silentEndpointIsAFailure() {
        answers.add(new Unanswered(Kind.CONNECT_REFUSED, "The target refused the connection.", MOMENT));

        assertThat(get("a").failure().message())
                .isEqualTo("No access token. The token endpoint refused the connection.");
    }

    @Test
    void clientIsNamedInTheHeaderOrInTheBody() {
        OAuthClient basic = new OAuthClient(URI.create("https://a/"), "my id", "s:%", "read write", null, false);
        OAuthClient post = new OAuthClient(URI.create("https://a/"), "my id", "s:%", null, "api", true);

        assertThat(basic.headers()).containsEntry("Authorization", "Basic bXkraWQ6cyUzQSUyNQ==");
        assertThat(new String(basic.body())).isEqualTo("grant_type=client_credentials&scope=read+write");
        assertThat(post.headers()).doesNotContainKey("Authorization");
        assertThat(new String(post.body()))
                .isEqualTo("grant_type=client_credentials&audience=api&client_id=my+id&client_secret=s%3A%25");
        assertThat(basic.toString()).doesNotContain("s:%");
    }

    private Grant get(String id) {
        return tokens.get(client(id), null, limit());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static TimeLimit limit() {
        return new TimeLimit(Duration.ofSeconds(30));
    }

    private static OAuthClient client(String id) {
        return new OAuthClient(URI.create("https://login.example.test/token"), id, "secret", null, null, false);
    }

    private static Exchange token(String token, int seconds) {
        return answered(
                200,
                "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": %d}".formatted(token, seconds));
    }

    private static Exchange answered(int status, String body) {
        return new Answered(status, Map.of(), body, body.length(), MOMENT);
    }
}
