package org.fanfare.routing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.fanfare.caller.Owner;
import org.fanfare.delivery.Owed;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.traffic.Ordering;
import org.junit.jupiter.api.Test;

class FiltersTest {

    private static final JsonValue EVENT = PacificaMix.json("""
            {"eventType": "t", "n": 5, "data": [{"k": "a", "v": 1}, {"k": "b", "v": 2}]}""");

    private final Filters filters = new Filters(MatchingSettings.USUAL, ExpressionSettings.WIDEST);

    @Test
    void owesAnEventToAllWhoAskForItInWhateverSpelling() {
        Wish one = put("$[?(@.eventType = \"t\")]");
        Wish two = put("$[?( @[\"eventType\"]=\"t\" )]");
        Wish three = put("$.data[*][?(@.k = \"b\" and @.v = 2)]");
        put("$.data[*][?(@.k = \"a\" and @.v = 2)]");

        assertThat(matching(EVENT)).containsExactlyInAnyOrder(one.id(), two.id(), three.id());
        assertThat(filters.distinct()).hasSize(3);
        assertThat(filters.size()).isEqualTo(4);
    }

    @Test
    void oneTextInTwoDialectsIsTwoExpressions() {
        Wish self = put("$.data[?(@.k = \"a\")]");
        Wish children = new Wish(UUID.randomUUID(), Dialect.RFC9535, "$.data[?(@.k == \"a\")]", Wish.FIRST);
        filters.put(children);

        assertThat(matching(EVENT)).containsExactly(children.id()).doesNotContain(self.id());
    }

    @Test
    void aChangedSubscriptionIsMatchedAsItIsNow() {
        Wish wish = put("$.data");
        Wish changed = wish.changedTo("$.nothing");
        filters.put(changed);
        assertThat(matching(EVENT)).isEmpty();

        filters.put(changed.changedTo("$.eventType"));
        assertThat(matching(EVENT)).containsExactly(wish.id());
        assertThat(filters.distinct()).hasSize(1);

        filters.remove(wish.id());
        filters.remove(wish.id());
        assertThat(matching(EVENT)).isEmpty();
        assertThat(filters.distinct()).isEmpty();
        assertThat(filters.size()).isZero();
    }

    @Test
    void aDisabledSubscriptionIsOwedWhatIsHeldAndAnEnabledOneIsNot() {
        Wish wish = put("$.data");
        Wish disabled = wish.disabled("on holiday");
        filters.put(disabled);
        assertThat(owed())
                .containsExactly(new Owed(wish.id(), Owner.named("alice"), Ordering.NONE, null, "on holiday"));

        filters.put(disabled.changedTo("$.data"));
        assertThat(owed()).containsExactly(new Owed(wish.id(), Owner.named("alice")));
        assertThat(filters.distinct()).hasSize(1);
    }

    private List<Owed> owed() {
        return filters.match(FilterIndexTest.facts(EVENT), owner -> true).owed();
    }

    @Test
    void anExpressionStaysUntilItsLastSubscriptionLeaves() {
        List<Wish> wishes = IntStream.range(0, 20).mapToObj(i -> put("$.data")).toList();
        wishes.subList(1, 20).forEach(wish -> filters.remove(wish.id()));

        assertThat(matching(EVENT)).containsExactly(wishes.get(0).id());
    }

    @Test
    void aBreakdownIsReportedToEachOfItsSubscriptions() {
        Wish one = put("$[?(@.n contains \"x\")]");
        Wish two = put("$[?(@.n contains \"x\")]");
        Wish sound = put("$.n");

        Matching matching = filters.match(FilterIndexTest.facts(EVENT), owner -> true);

        assertThat(matching.owed()).extracting(Owed::subscriptionId).containsExactly(sound.id());
        assertThat(matching.broken())
                .extracting(Matching.Broken::subscriptionId)
                .containsExactlyInAnyOrder(one.id(), two.id());
    }

    @Test
    void whatIsRuledOutAnywayDoesNotBreakDown() {
        put("$[?(@.n contains \"x\" and @.eventType = \"other\")]");

        assertThat(filters.match(FilterIndexTest.facts(EVENT), owner -> true))
                .isEqualTo(new Matching(List.of(), List.of()));
    }

    @Test
    void subscriptionsToOtherThingsCostNoEvaluation() {
        IntStream.range(0, 500).forEach(i -> {
            put("$[?(@.eventType = \"type%d\")]".formatted(i));
            put("$.data[*][?(@.k = \"a\" and @.v = %d)]".formatted(i + 2));
            put("$.data[*][?(@.v > %d)]".formatted(i + 2));
            put("$..[?(@.name = \"%d\")]".formatted(i));
            put("$.data[*][?(@.k = \"x%d\" or @.k = \"y%d\")].v".formatted(i, i));
            put("$[?(@.eventType = \"other\")].data[*][?(not @.v = %d)]".formatted(i));
        });
        Wish wanted = put("$.data[*][?(@.k = \"a\" and @.v = 1)]");

        assertThat(FilterIndexTest.all(filters.candidates(FilterIndexTest.facts(EVENT))))
                .hasSize(1);
        assertThat(matching(EVENT)).containsExactly(wanted.id());
    }

    @Test
    void mostCandidatesOfARealisticMixMatch() {
        PacificaMix mix = new PacificaMix(1);
        IntStream.range(0, 5_000).forEach(i -> put(mix.expression()));
        int candidates = 0;
        int matches = 0;
        for (int i = 0; i < 50; i++) {
            JsonValue event = mix.event(50);
            candidates += FilterIndexTest.all(filters.candidates(FilterIndexTest.facts(event)))
                    .size();
            matches += (int) filters.distinct().stream()
                    .filter(expression -> FilterIndexTest.matches(expression, event))
                    .count();
        }

        assertThat(matches).isGreaterThan(100);
        assertThat(candidates).isLessThan(matches + 50 * 60);
    }

    /** Filters that differ only in what cannot be looked up are all filed under one mark. */
    @Test
    void tenThousandThatAreFiledTogetherComeAndGo() {
        List<Wish> wishes = IntStream.range(0, 10_000)
                .mapToObj(i -> put("$[?(@.eventType = \"other\" and @.name contains \"%d\")]".formatted(i)))
                .toList();
        assertThat(matching(EVENT)).isEmpty();
        wishes.forEach(wish -> filters.remove(wish.id()));

        assertThat(filters.distinct()).isEmpty();
    }

    @Test
    void changesDuringMatchingNeitherHideNorDoubleASubscription() throws ExecutionException, InterruptedException {
        List<Wish> stable = IntStream.range(0, 50)
                .mapToObj(i -> put("$.data[*][?(@.k = \"a\" and @.v < %d)]".formatted(i + 2)))
                .toList();
        Wish restless = put("$.eventType");
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> changing = threads.submit(() -> changeUntil(over, restless));
            Future<?> matching = threads.submit(() -> {
                for (int i = 0; i < 3_000; i++) {
                    List<UUID> matched = matching(EVENT);
                    assertThat(matched).doesNotHaveDuplicates().contains(restless.id());
                    assertThat(matched)
                            .containsAll(stable.stream().map(Wish::id).toList());
                }
            });
            matching.get();
            over.set(true);
            changing.get();
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
        stable.forEach(wish -> filters.remove(wish.id()));
        filters.remove(restless.id());
        assertThat(filters.distinct()).isEmpty();
    }

    /** Adds and removes what shares marks with the stable ones, and moves one among expressions that all match. */
    private void changeUntil(AtomicBoolean over, Wish restless) {
        Random random = new Random(3);
        List<Wish> added = new ArrayList<>();
        for (int i = 1; !over.get(); i++) {
            restless = restless.changedTo(List.of("$.n", "$.data[*].k", "$.data[*][?(@.v = 2)]", "$.eventType")
                    .get(i % 4));
            filters.put(restless);
            added.add(put("$.data[*][?(@.k = \"a\" and @.v = %d)]".formatted(random.nextInt(100))));
            if (added.size() > 50) {
                filters.remove(added.remove(random.nextInt(50)).id());
            }
        }
        added.forEach(wish -> filters.remove(wish.id()));
    }

    @Test
    void whatWasPutBeforeAMatchBeganIsSeen() throws ExecutionException, InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            for (int i = 0; i < 2_000; i++) {
                Wish wish = put("$.data[*][?(@.v = 2 and @.k != \"%d\")]".formatted(i));
                Future<List<UUID>> matched = thread.submit(() -> matching(EVENT));
                assertThat(matched.get()).containsExactly(wish.id());
                filters.remove(wish.id());
            }
        } finally {
            thread.shutdownNow();
        }
        assertThat(matching(EVENT)).isEmpty();
    }

    private Wish put(String text) {
        Wish wish = Wish.of(text);
        filters.put(wish);
        return wish;
    }

    private List<UUID> matching(JsonValue event) {
        return filters.match(FilterIndexTest.facts(event), owner -> true).owed().stream()
                .map(Owed::subscriptionId)
                .toList();
    }
}
