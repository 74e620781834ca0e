package org.fanfare.routing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fanfare.delivery.Owed;
import org.fanfare.filter.EventFacts;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.routing.Matching.Broken;
import org.fanfare.testing.JsonTexts;
import org.junit.jupiter.api.Test;

/** Who pays where filters cost more than an event has steps for. */
class FilterCostTest {

    /** 300 values: quadratic expressions take some 90 000 steps, linear ones a few hundred. */
    private static final EventFacts EVENT = EventFacts.of(
            JsonValue.EMPTY_JSON_OBJECT,
            JsonTexts.value("{\"n\": 1, \"data\": ["
                    + IntStream.range(0, 300).mapToObj(String::valueOf).collect(Collectors.joining(","))
                    + "]}"));

    /** So many steps each value grants to every filter, and what it takes to let one quadratic expression pass. */
    private static final int LINEAR = 20;

    private static final int ONE = 200_000;

    @Test
    void aCostlyFilterPassesWhereThereAreStepsForIt() {
        Filters filters = filters(ONE, ONE);
        Wish costly = put(filters, quadratic(1));

        assertThat(matching(filters)).containsExactly(costly.id());
    }

    @Test
    void costlyFiltersTakeFromEachOtherAndFromNobodyElse() {
        Filters filters = filters(ONE, ONE);
        List<UUID> costly = IntStream.range(0, 5)
                .mapToObj(i -> put(filters, quadratic(i)).id())
                .toList();
        List<UUID> cheap = IntStream.range(0, 200)
                .mapToObj(i ->
                        put(filters, "$[?@.x != %d || @.n != 5]".formatted(i)).id())
                .toList();
        put(filters, "$.data[?@ == 299]");

        Matching matching = filters.match(EVENT, owner -> true);

        assertThat(matching.owed()).extracting(Owed::subscriptionId).containsAll(cheap);
        assertThat(matching.broken()).isNotEmpty();
        assertThat(matching.broken())
                .extracting(Broken::subscriptionId)
                .allMatch(costly::contains)
                .hasSizeLessThan(costly.size());
        assertThat(matching.broken())
                .extracting(Broken::sentence)
                .allMatch(sentence ->
                        sentence.startsWith("All filters together may take 200000 steps more on one event"));
    }

    @Test
    void aFilterThatTakesMoreThanAnyMayIsTold() {
        Filters filters = filters(10_000, 10_000_000);
        put(filters, quadratic(1));

        assertThat(filters.match(EVENT, owner -> true).broken())
                .extracting(Broken::sentence)
                .containsExactly("The expression takes more than 10000 steps on this document.");
    }

    @Test
    void thoseThatBrokeDownBeforeComeLast() {
        Filters filters = filters(ONE, ONE);
        Wish hopeless = put(
                filters, "$.data[?(%s || %s || %s || %s) && @ < 0]".formatted(never(1), never(2), never(3), never(4)));
        assertThat(filters.match(EVENT, owner -> true).broken()).hasSize(1);
        Wish costly = put(filters, quadratic(1));

        assertThat(matching(filters)).containsExactly(costly.id());
        assertThat(filters.match(EVENT, owner -> true).broken())
                .extracting(Broken::subscriptionId)
                .containsExactly(hopeless.id());
    }

    @Test
    void breakdownsInARowAreCountedUntilATestGoesWell() {
        Filters filters = filters(10_000, 10_000_000);
        put(filters, quadratic(1));
        EventFacts small = EventFacts.of(JsonValue.EMPTY_JSON_OBJECT, JsonTexts.value("{\"data\": [299]}"));

        assertThat(inRow(filters, EVENT)).isEqualTo(1);
        assertThat(inRow(filters, EVENT)).isEqualTo(2);
        assertThat(filters.match(small, owner -> true).broken()).isEmpty();
        assertThat(inRow(filters, EVENT)).isEqualTo(1);
    }

    @Test
    void filtersOfThoseWhoMayNotKnowAreNotEvenTested() {
        Filters filters = filters(10_000, 10_000_000);
        put(filters, quadratic(1));
        put(filters, "$.n");

        Matching matching = filters.match(EVENT, owner -> !owner.name().equals("alice"));

        assertThat(matching).isEqualTo(new Matching(List.of(), List.of()));
        assertThat(inRow(filters, EVENT)).isEqualTo(1);
    }

    private static int inRow(Filters filters, EventFacts event) {
        return filters.match(event, owner -> true).broken().get(0).faultsInRow();
    }

    /** Asks each element about all others. */
    private static String quadratic(int number) {
        return "$.data[?count($.data[?@ != %d]) > 1 && count($.data[?@ >= 0]) > 1 && @ == 299]".formatted(number);
    }

    private static String never(int number) {
        return "count($.data[?@ != %d]) < 0".formatted(number);
    }

    private static Filters filters(int perFilter, int perEvent) {
        return new Filters(new MatchingSettings(LINEAR, perFilter, perEvent, 10), ExpressionSettings.WIDEST);
    }

    private static Wish put(Filters filters, String text) {
        Wish wish = new Wish(UUID.randomUUID(), Dialect.RFC9535, text, Wish.FIRST);
        filters.put(wish);
        return wish;
    }

    private static List<UUID> matching(Filters filters) {
        return filters.match(EVENT, owner -> true).owed().stream()
                .map(Owed::subscriptionId)
                .toList();
    }
}
