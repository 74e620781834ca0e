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
 * @param compiler by the threads of the server that compile its code: a server that is warm hardly needs them
 * @param otherSide by the policy service and the targets
 * @param machine by everything on this machine
 */
record Usage(double server, double compiler, double database, double driver, double otherSide, double machine) {

    private static final double TICKS_PER_SECOND = 100;

    static Usage now(Contender contender, ProcessHandle otherSide) throws IOException {
        Optional<ProcessHandle> server = contender.process();
        Optional<ProcessHandle> database = contender.database();
        return new Usage(
                server.isPresent() ? seconds(server.get()) : 0,
                server.isPresent() ? compilerSeconds(server.get()) : 0,
                database.isPresent() ? familySeconds(database.get()) : 0,
                seconds(ProcessHandle.current()),
                seconds(otherSide),
                machineSeconds());
    }

    Usage minus(Usage before) {
        return new Usage(
                server - before.server,
                compiler - before.compiler,
                database - before.database,
                driver - before.driver,
                otherSide - before.otherSide,
                machine - before.machine);
    }

    /** Of those who have no part in the measurement; they disturb it. */
    double others() {
        return Math.max(0, machine - server - database - driver - otherSide);
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    private static double compilerSeconds(ProcessHandle server) throws IOException {
        double sum = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + server.pid() + "/task"))) {
            for (Path thread : threads.toList()) {
                String stat = text(thread.resolve("stat"));
                if (stat.contains("(C1 Compiler") || stat.contains("(C2 Compiler")) {
                    sum += ticks(stat, 11, 12) / TICKS_PER_SECOND;
                }
            }
        }
        return sum;
    }

    /** Of a process, its children, and those of its children that have ended. */
    private static double familySeconds(ProcessHandle first) {
        return Stream.concat(Stream.of(first), first.descendants())
                        .map(process -> text(Path.of("/proc/" + process.pid() + "/stat")))
                        .mapToLong(stat -> ticks(stat, 11, 12, 13, 14))
                        .sum()
                / TICKS_PER_SECOND;
    }

    /** Empty if the process or thread has just ended. */
    private static String text(Path stat) {
        try {
            return Files.readString(stat);
        } catch (IOException hasEnded) {
            return "";
        }
    }

    /** The sum of these fields after the name, which is in parentheses and may hold anything. */
    private static long ticks(String stat, int... fields) {
        if (stat.isEmpty()) {
            return 0;
        }
        String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long sum = 0;
        for (int field : fields) {
            sum += Long.parseLong(values[field]);
        }
        return sum;
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
