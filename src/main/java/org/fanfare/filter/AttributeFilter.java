package org.fanfare.filter;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.fanfare.jsonpath.Budget;
import org.fanfare.trait.Place;
import org.fanfare.trait.Requirements;
import org.fanfare.trait.Trait;

/**
 * Context attributes compared with texts, upper and lower case being different; an attribute that is not there is like
 * nothing. All of them must agree.
 *
 * @param texts by the attribute's name in CloudEvents 1.0
 */
public record AttributeFilter(Comparison comparison, SortedMap<String, String> texts) implements Filter {

    /** How an attribute and a text are compared. */
    public enum Comparison {
        EXACT(String::equals) {
            @Override
            Requirements requirement(Place place, String text) {
                return Requirements.exactly(new Trait.Equal(place, text));
            }
        },
        PREFIX(String::startsWith),
        SUFFIX(String::endsWith);

        private final BiPredicate<String, String> test;

        Comparison(BiPredicate<String, String> test) {
            this.test = test;
        }

        Requirements requirement(Place place, String text) {
            return new Requirements(
                    Requirements.exactly(new Trait.Present(place)).all(), false);
        }
    }

    public AttributeFilter {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /** The filter that wants exactly this text of one attribute. */
    public static Filter exact(String name, String text) {
        return new AttributeFilter(Comparison.EXACT, new TreeMap<>(Map.of(name, text)));
    }

    @Override
    public Verdict test(EventFacts event, Budget budget) {
        return Verdict.of(texts.entrySet().stream()
                .allMatch(wanted -> event.text(wanted.getKey())
                        .filter(text -> comparison.test.test(text, wanted.getValue()))
                        .isPresent()));
    }

    @Override
    public Requirements requirements() {
        List<Requirements> each = texts.entrySet().stream()
                .map(wanted -> comparison.requirement(Place.ATTRIBUTES.member(wanted.getKey()), wanted.getValue()))
                .toList();
        return Requirements.allOf(each);
    }

    @Override
    public String toString() {
        return texts.entrySet().stream()
                .map(wanted -> comparison + " " + wanted.getKey() + " \"" + wanted.getValue() + '"')
                .collect(joining(" and "));
    }
}
