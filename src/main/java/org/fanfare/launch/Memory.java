package org.fanfare.launch;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * Makes the heap follow the need. Started without flags the JVM takes a share of the machine and keeps what the start
 * needed; these settings, which may be changed while it runs, make it give memory back. Flags of the command line win.
 */
final class Memory {

    private static final Map<String, String> SETTINGS = Map.of(
            "MinHeapFreeRatio", "10",
            "MaxHeapFreeRatio", "30",
            // Only G1 looks at it: a collection each minute when there was none, so that an idle server shrinks too.
            "G1PeriodicGCInterval", "60000");

    private Memory() {}

    static void giveBack() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        SETTINGS.forEach((name, value) -> set(machine, name, value));
        System.gc();
    }

    private static void set(HotSpotDiagnosticMXBean machine, String name, String value) {
        try {
            if (machine.getVMOption(name).getOrigin() == com.sun.management.VMOption.Origin.DEFAULT) {
                machine.setVMOption(name, value);
            }
        } catch (IllegalArgumentException e) {
            System.getLogger(Memory.class.getName())
                    .log(System.Logger.Level.DEBUG, "This JVM has no setting " + name, e);
        }
    }
}
