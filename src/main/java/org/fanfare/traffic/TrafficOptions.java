package org.fanfare.traffic;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.util.Set;
import org.fanfare.wire.JsonMembers;

/**
 * The limits that a subscription's owner has set; null for the default.
 *
 * @param inFlight requests under way at the same time
 * @param perSecond requests per second
 * @param burst how many may begin at once after a quiet time
 */
public record TrafficOptions(Integer inFlight, Double perSecond, Integer burst) {

    public static final Set<String> MEMBERS = Set.of("inflight", "rate", "burst");

    public static final TrafficOptions NONE = new TrafficOptions(null, null, null);

    private static final int MOST_IN_FLIGHT = 1000;
    private static final int LARGEST_BURST = 1_000_000;
    private static final double HIGHEST_RATE = 1_000_000;

    /** Reads the members; what is wrong is noted there. */
    public static TrafficOptions read(JsonMembers members) {
        return new TrafficOptions(
                number(members, "inflight", MOST_IN_FLIGHT), rate(members), number(members, "burst", LARGEST_BURST));
    }

    private static Integer number(JsonMembers members, String member, int most) {
        JsonValue value = members.value(member);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number && number.isIntegral()) {
            double size = number.doubleValue();
            if (size >= 1 && size <= most) {
                return (int) size;
            }
        }
        return members.fault(member, member + " must be a whole number from 1 to " + most + ".");
    }

    private static Double rate(JsonMembers members) {
        JsonValue value = members.value("rate");
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number && number.doubleValue() > 0 && number.doubleValue() <= HIGHEST_RATE) {
            return number.doubleValue();
        }
        return members.fault("rate", "rate must be a number of requests per second above 0, such as 10 or 0.5.");
    }

    /** What holds for the subscription. */
    public TrafficLimits limits(TrafficLimits defaults) {
        int most = inFlight == null ? defaults.inFlight() : inFlight;
        double speed = perSecond == null ? defaults.perSecond() : perSecond;
        if (burst != null) {
            return new TrafficLimits(most, speed, burst);
        }
        return perSecond == null ? new TrafficLimits(most, speed, defaults.burst()) : TrafficLimits.of(most, speed);
    }
}
