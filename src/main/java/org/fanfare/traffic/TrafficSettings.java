package org.fanfare.traffic;

import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;

/**
 * How much goes to targets at once, on one node.
 *
 * @param perSubscription for subscriptions that say nothing else
 * @param perHost for all subscriptions together that deliver to one host
 */
public record TrafficSettings(TrafficLimits perSubscription, TrafficLimits perHost, BreakerSettings breaker) {

    public static TrafficSettings of(Settings settings) {
        return new TrafficSettings(limits(settings, "subscription"), limits(settings, "host"), breaker(settings));
    }

    private static TrafficLimits limits(Settings settings, String of) {
        int inFlight = settings.number("fanfare.delivery.inflight-per-" + of, 1, 1000);
        double perSecond = settings.positive("fanfare.delivery.rate-per-" + of).orElse(TrafficLimits.ANY_RATE);
        String burst = "fanfare.delivery.burst-per-" + of;
        return settings.optionalText(burst).isPresent()
                ? new TrafficLimits(inFlight, perSecond, settings.number(burst, 1, 1_000_000))
                : TrafficLimits.of(inFlight, perSecond);
    }

    private static BreakerSettings breaker(Settings settings) {
        double ratio = settings.positive("fanfare.breaker.ratio")
                .orElseThrow(() -> new WrongSetting("fanfare.breaker.ratio is not set."));
        if (ratio > 1) {
            throw new WrongSetting("fanfare.breaker.ratio is " + ratio + ", expected a number above 0 and up to 1.");
        }
        BreakerSettings breaker = new BreakerSettings(
                settings.duration("fanfare.breaker.window"),
                settings.number("fanfare.breaker.least", 1, 1_000_000),
                ratio,
                settings.duration("fanfare.breaker.open-for"),
                settings.duration("fanfare.breaker.longest"));
        if (breaker.longest().compareTo(breaker.openFor()) < 0) {
            throw new WrongSetting("fanfare.breaker.longest is %s, expected at least fanfare.breaker.open-for, %s."
                    .formatted(breaker.longest(), breaker.openFor()));
        }
        return breaker;
    }
}
