package org.fanfare.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.fanfare.caller.Owner;
import org.fanfare.delivery.Owed;
import org.fanfare.filter.AllFilter;
import org.fanfare.filter.AnyFilter;
import org.fanfare.filter.EventFacts;
import org.fanfare.filter.ExpressionSettings;
import org.fanfare.filter.Filter;
import org.fanfare.filter.NotFilter;
import org.fanfare.filter.Verdict;
import org.fanfare.jsonpath.Budget;
import org.fanfare.subscription.Subscription;

/** Whatever filters there are: to match an event finds what testing them one by one finds. */
class FilterPropertiesTest {

    private record World(List<Filter> filters, List<EventFacts> events) {}

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void matchesAsTestingEachFilterWould(@ForAll("worlds") World world) {
        List<Standing> subscriptions =
                world.filters().stream().map(Standing::new).toList();
        Filters filters = new Filters(MatchingSettings.USUAL, ExpressionSettings.WIDEST);
        subscriptions.forEach(filters::put);

        world.events().forEach(event -> compare(filters, subscriptions, event));

        subscriptions.forEach(one -> filters.remove(one.id()));
        assertThat(filters.isEmpty()).isTrue();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void matchesTheSameAfterHalfOfThemLeft(@ForAll("worlds") World world) {
        List<Standing> subscriptions =
                world.filters().stream().map(Standing::new).toList();
        Filters filters = new Filters(MatchingSettings.USUAL, ExpressionSettings.WIDEST);
        subscriptions.forEach(filters::put);
        int half = subscriptions.size() / 2;
        subscriptions.subList(0, half).forEach(one -> filters.remove(one.id()));

        world.events().forEach(event -> compare(filters, subscriptions.subList(half, subscriptions.size()), event));
    }

    /** A kind that is not generated is not tested here: add it to {@link GeneratedFilters}. */
    @Example
    void everyKindOfFilterIsGenerated() {
        Set<Class<?>> kinds = new HashSet<>();
        Arbitrary<Filter> made = new GeneratedFilters(0).filters();
        made.sampleStream().limit(500).forEach(filter -> collectKinds(filter, kinds));

        assertThat(kinds).containsExactlyInAnyOrder(Filter.class.getPermittedSubclasses());
    }

    @Provide
    Arbitrary<World> worlds() {
        return Arbitraries.integers()
                .between(0, NearMisses.kindsOfValues() - 1)
                .map(GeneratedFilters::new)
                .flatMap(made -> Combinators.combine(
                                made.filters().list().ofMinSize(1).ofMaxSize(60),
                                made.events().list().ofMinSize(1).ofMaxSize(6))
                        .as(World::new));
    }

    /** What breaks down when tested may be ruled out before. */
    private static void compare(Filters filters, List<Standing> subscriptions, EventFacts event) {
        Matching matching = filters.match(event, owner -> true);
        Set<UUID> expected = subscriptions.stream()
                .filter(one -> one.test(event).isMatch())
                .map(Subscription::id)
                .collect(Collectors.toSet());
        Set<UUID> broken = subscriptions.stream()
                .filter(one -> one.test(event).isBroken())
                .map(Subscription::id)
                .collect(Collectors.toSet());

        assertThat(matching.owed()).extracting(Owed::subscriptionId).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(matching.broken())
                .extracting(Matching.Broken::subscriptionId)
                .isSubsetOf(broken);
    }

    private static void collectKinds(Filter filter, Set<Class<?>> kinds) {
        kinds.add(filter.getClass());
        if (filter instanceof AllFilter all) {
            all.parts().forEach(part -> collectKinds(part, kinds));
        } else if (filter instanceof AnyFilter any) {
            any.parts().forEach(part -> collectKinds(part, kinds));
        } else if (filter instanceof NotFilter not) {
            collectKinds(not.part(), kinds);
        }
    }

    /** A subscription that just has a filter. */
    private static final class Standing extends Subscription {

        private final UUID id = UUID.randomUUID();
        private final Filter filter;

        Standing(Filter filter) {
            this.filter = filter;
        }

        Verdict test(EventFacts event) {
            return filter.test(event, Budget.of(event.document()));
        }

        @Override
        public UUID id() {
            return id;
        }

        @Override
        public Owner owner() {
            return Owner.named("alice");
        }

        @Override
        public Filter filter(ExpressionSettings settings) {
            return filter;
        }

        @Override
        public Optional<String> holdReason() {
            return Optional.empty();
        }

        @Override
        public Instant changedAt() {
            return Wish.FIRST;
        }
    }
}
