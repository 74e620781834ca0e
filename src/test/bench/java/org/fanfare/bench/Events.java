package org.fanfare.bench;

import java.util.function.IntFunction;

/**
 * What is posted, by number, and to which subscriptions each has to come.
 *
 * @param subscriptions how many have to get each
 */
record Events(IntFunction<byte[]> body, int subscriptions, Slots slots) {

    /** Which of the subscriptions that have to get an event this is: 0 to subscriptions - 1; else negative. */
    interface Slots {
        int of(int event, int subscription);
    }

    /** All of these come to one subscription. */
    static Events to(int subscription, SampleEvent sample) {
        return new Events(sample::of, 1, (event, to) -> to - subscription);
    }

    /** Each comes to all of so many subscriptions. */
    static Events toAll(int first, int count, String type) {
        return new Events(SampleEvent.ofType(type)::of, count, (event, to) -> to - first);
    }

    /** Each comes to one of so many subscriptions, in turn. */
    static Events inTurn(int first, int count, IntFunction<String> types) {
        SampleEvent[] samples = new SampleEvent[count];
        for (int i = 0; i < count; i++) {
            samples[i] = SampleEvent.ofType(types.apply(i));
        }
        return new Events(
                event -> samples[event % count].of(event), 1, (event, to) -> to - first == event % count ? 0 : -1);
    }

    boolean isOwed(int event, int subscription) {
        int slot = slots.of(event, subscription);
        return slot >= 0 && slot < subscriptions;
    }
}
