package org.fanfare.launch;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Makes the process follow the need. The heap: started without flags the JVM takes a share of the machine and keeps what
 * the start needed; these settings, which may be changed while it runs, make it give memory back. Flags of the command line
 * win. And what lies outside: the C library keeps for its next use what the JVM's compiler has returned to it: a hundred
 * MiB and more in the first minutes.
 */
final class Memory {

    private static final System.Logger LOG = System.getLogger(Memory.class.getName());

    private static final int TRIM_SECONDS = 20;

    private Memory() {}

    static void giveBack() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        // In this order: the one may not be above the other, whose default is 40.
        set(machine, "MinHeapFreeRatio", "10");
        set(machine, "MaxHeapFreeRatio", "30");
        // Only G1 has it: a collection each minute when there was no other, so that an idle server shrinks too.
        set(machine, "G1PeriodicGCInterval", "60000");
        System.gc();
        again(Memory::trim);
    }

    private static void set(HotSpotDiagnosticMXBean machine, String name, String value) {
        try {
            if (machine.getVMOption(name).getOrigin() == VMOption.Origin.DEFAULT) {
                machine.setVMOption(name, value);
            }
        } catch (IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "This JVM has no setting " + name, e);
        }
    }

    /** Now and every so often: the compiler works for as long as the server learns, which is minutes. */
    private static void again(Runnable task) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "fanfare-memory");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(task, 0, TRIM_SECONDS, TimeUnit.SECONDS);
    }

    /** What {@code jcmd PID System.trim_native_heap} does, on Linux and from 17.0.9 on. */
    private static void trim() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            new Object[0],
                            new String[0]);
        } catch (JMException e) {
            LOG.log(Level.DEBUG, "This JVM cannot trim what lies outside of its heap", e);
        }
    }
}
