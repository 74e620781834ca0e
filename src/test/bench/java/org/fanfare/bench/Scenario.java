package org.fanfare.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something that is played on a {@link Stage}, and measured. */
interface Scenario {

    /** All of them, by the names on the command line. */
    Map<String, Scenario> ALL = all();

    /** What is played if nothing else is said: some five minutes. */
    List<String> SHORT = List.of("flood-1", "paced");

    /** What is played by "all". The one that fills the server with subscriptions is last of those that share it. */
    List<String> EVERYTHING =
            List.of("flood-1", "paced", "slow", "fan-out", "drain", "large", "flood", "soak", "memory");

    /** What is played on a second database. */
    List<String> ON_ANOTHER_DATABASE = List.of("burst", "flood-1", "paced");

    void play(Stage stage) throws Exception;

    private static Map<String, Scenario> all() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        all.put("burst", new Burst());
        all.put("flood", new Flood("flood", false));
        all.put("flood-1", new Flood("flood-1", true));
        all.put("paced", new Paced());
        all.put("slow", new Slow());
        all.put("fan-out", new FanOut());
        all.put("drain", new Drain());
        all.put("large", new Large());
        all.put("soak", new Soak());
        all.put("memory", new Footprint());
        return all;
    }
}
