package org.fanfare.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processor time used so far, in seconds.
 *
 * @param machine by everything on this machine
 */
record Usage(double server, double database, double driver, double machine) {

    private static final double TICKS_PER_SECOND = 100;

    static Usage now(ProcessHandle server, Optional<ProcessHandle> database) throws IOException {
        return new Usage(
                seconds(Stream.of(server)),
                seconds(database.stream().flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))),
                seconds(Stream.of(ProcessHandle.current())),
                machineSeconds());
    }

    Usage minus(Usage before) {
        return new Usage(
                server - before.server,
                database - before.database,
                driver - before.driver,
                machine - before.machine);
    }

    /** Of those who have no part in the measurement; they disturb it. */
    double others() {
        return Math.max(0, machine - server - database - driver);
    }

    private static double seconds(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(duration -> duration.toNanos() / 1e9)
                .sum();
    }

    private static double machineSeconds() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/stat"));
        String[] ticks = lines.get(0).split(" +"); // cpu user nice system idle iowait irq softirq steal ...
        long busy = 0;
        for (int i : new int[] {1, 2, 3, 6, 7, 8}) {
            busy += Long.parseLong(ticks[i]);
        }
        return busy / TICKS_PER_SECOND;
    }
}
