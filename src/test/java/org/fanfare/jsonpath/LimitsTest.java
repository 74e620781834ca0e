package org.fanfare.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fanfare.jsonpath.Examples.json;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.fanfare.syntax.Compilation.Rejected;
import org.fanfare.syntax.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How large expressions may be is for others to say; whatever they say, no expression exhausts the stack (J4). */
class LimitsTest {

    private static final int DEEPEST = Limits.WIDEST.nesting();
    private static final int SMALL_STACK = 512 * 1024;

    private static final List<JsonValue> DOCUMENTS = List.of(
            json("[".repeat(200) + "]".repeat(200)),
            json("{\"a\":".repeat(199) + "\"aaa\"" + "}".repeat(199)),
            json("[\"" + "(".repeat(DEEPEST) + "a" + ")*".repeat(DEEPEST) + "\"]"));

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anExpressionMayBeAsLongAsTheLimitSays(Dialect dialect) {
        Limits limits = new Limits(100, 8);
        String longest = "$" + ".a".repeat(49) + "b";

        assertThat(JsonPath.compile(dialect, longest, limits).expression()).isPresent();
        assertThat(JsonPath.compile(dialect, longest + "b", limits))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.expected()).isEqualTo("at most 100 characters"));
        assertThat(JsonPath.detect(longest, limits).expression()).isPresent();
        assertThat(JsonPath.detect(longest + "b", limits).expression()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anExpressionMayBeNestedAsDeeplyAsTheLimitSays(Dialect dialect) {
        for (int levels : new int[] {8, 64, DEEPEST}) {
            Limits limits = new Limits(8192, levels);

            assertThat(JsonPath.compile(dialect, nested(levels), limits).expression())
                    .isPresent();
            assertThat(JsonPath.compile(dialect, nested(levels + 2), limits))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.expected())
                                    .isEqualTo("at most " + levels + " levels of nesting"));
            assertThat(JsonPath.detect(nested(levels + 2), limits).expression()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatWasAcceptedBeforeTheLimitsWereLoweredStaysValid(Dialect dialect) {
        assertThat(JsonPath.read(dialect, nested(DEEPEST), Limits.WIDEST).expression())
                .isPresent();
        assertThat(JsonPath.read(dialect, "$" + ".a".repeat(30_000), Limits.WIDEST)
                        .expression())
                .isPresent();
    }

    @Test
    void aPatternMeansTheSameWhateverTheLimits() {
        String text = "$[?match(@,'" + "(".repeat(DEEPEST) + "a" + ")".repeat(DEEPEST) + "')]";
        JsonPath path = JsonPath.compile(Dialect.RFC9535, text, new Limits(8192, 8))
                .expression()
                .orElseThrow();

        assertThat(Examples.select(path, json("[\"a\",\"b\"]")).values()).isEqualTo(json("[\"a\"]"));
    }

    @Test
    void nothingIsWiderThanTheWidest() {
        assertThatThrownBy(() -> new Limits(65_537, 64)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(8192, 129)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("deepest")
    void theDeepestExpressionsFitOnASmallStack(Dialect dialect, String text) {
        onSmallStack(() -> {
            JsonPath path =
                    JsonPath.compile(dialect, text, Limits.WIDEST).expression().orElseThrow();
            assertThat(path)
                    .isEqualTo(JsonPath.read(dialect, text, Limits.WIDEST)
                            .expression()
                            .orElseThrow());
            assertThat(path.canonical()).hasSizeGreaterThan(DEEPEST);
            assertThat(path.requirements()).isNotNull();
            for (JsonValue document : DOCUMENTS) {
                assertThat(Examples.select(path, document)).isNotNull();
            }
        });
    }

    static Stream<Arguments> deepest() {
        return Stream.of(
                Arguments.of(Dialect.JSONPATH2, "$" + around("[?(@", "", ")]", DEEPEST / 2)),
                Arguments.of(Dialect.JSONPATH2, "$" + around("..[?(@.a and @", "", ")]", DEEPEST / 2)),
                Arguments.of(Dialect.JSONPATH2, "$" + around("[$", "", "]", DEEPEST)),
                Arguments.of(Dialect.JSONPATH2, "$" + around("..[@", "", "]", DEEPEST)),
                Arguments.of(Dialect.JSONPATH2, "$" + around(".charAt($", "", ")", DEEPEST)),
                Arguments.of(Dialect.JSONPATH2, "$..[?(" + around("not (@ and ", "@", ")", DEEPEST - 2) + ")]"),
                Arguments.of(Dialect.JSONPATH2, "$[?(" + around("(@.a and (@.b or ", "@.c", "))", 63) + ")]"),
                Arguments.of(Dialect.JSONPATH2, "$[?(@ = " + around("[", "", "]", DEEPEST - 2) + ")]"),
                Arguments.of(Dialect.JSONPATH2, "$..[?(@ = " + around("{\"a\":", "0", "}", DEEPEST - 2) + ")]"),
                Arguments.of(Dialect.RFC9535, "$" + around("[?@", "", "]", DEEPEST)),
                Arguments.of(Dialect.RFC9535, "$" + around("..[?@..[?@.a]&&@", "", "]", DEEPEST - 1)),
                Arguments.of(Dialect.RFC9535, "$" + around("[?@.a&&!@", "", "]", DEEPEST)),
                Arguments.of(Dialect.RFC9535, "$" + around("..[?@||!@", "", "]", DEEPEST)),
                Arguments.of(Dialect.RFC9535, "$" + around("[?(@||@.b)&&!@", "", "]", DEEPEST - 1)),
                Arguments.of(Dialect.RFC9535, "$" + around("[?count(@", ".*", ")>0]", DEEPEST / 2)),
                Arguments.of(Dialect.RFC9535, "$[?" + around("!(@ && ", "@", ")", DEEPEST - 1) + "]"),
                Arguments.of(Dialect.RFC9535, "$[?" + around("(@.a && (@.b || ", "@.c", "))", 63) + "]"),
                Arguments.of(Dialect.RFC9535, "$[?" + around("length(", "@", ")", DEEPEST - 1) + ">1]"),
                Arguments.of(Dialect.RFC9535, "$..[?search(@,'" + around("(", "a", ")*", DEEPEST) + "')]"),
                Arguments.of(Dialect.RFC9535, "$[?match('" + "a".repeat(DEEPEST) + "', @)]"));
    }

    /** Valid in both dialects; each filter is a bracket and a parenthesis. */
    private static String nested(int levels) {
        return "$" + around("[?(@", "", ")]", levels / 2);
    }

    private static String around(String open, String middle, String close, int times) {
        return open.repeat(times) + middle + close.repeat(times);
    }

    private static void onSmallStack(Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Runnable telling = () -> {
            try {
                work.run();
                done.complete(null);
            } catch (Throwable failed) {
                done.completeExceptionally(failed);
            }
        };
        new Thread(null, telling, "small stack", SMALL_STACK).start();
        done.join();
    }
}
