package org.fanfare.launch;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;

/**
 * Makes the heap follow the need. Started without flags the JVM takes a share of the machine and keeps what the start
 * needed; these settings, which may be changed while it runs, make it give memory back. Flags of the command line win.
 */
final class Memory {

    private Memory() {}

    static void giveBack() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        // In this order: the one may not be above the other, whose default is 40.
        set(machine, "MinHeapFreeRatio", "10");
        set(machine, "MaxHeapFreeRatio", "30");
        // Only G1 has it: a collection each minute when there was no other, so that an idle server shrinks too.
        set(machine, "G1PeriodicGCInterval", "60000");
        System.gc();
    }

    private static void set(HotSpotDiagnosticMXBean machine, String name, String value) {
        try {
            if (machine.getVMOption(name).getOrigin() == VMOption.Origin.DEFAULT) {
                machine.setVMOption(name, value);
            }
        } catch (IllegalArgumentException e) {
            System.getLogger(Memory.class.getName())
                    .log(System.Logger.Level.DEBUG, "This JVM has no setting " + name, e);
        }
    }
}
