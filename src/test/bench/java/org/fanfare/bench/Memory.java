package org.fanfare.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process takes of the machine's memory, in MiB; not a number where there is no process. */
final class Memory {

    /** The lines of the heap's parts, by G1, Z, Shenandoah, the serial and the parallel collector. */
    private static final Pattern HEAP_USED = Pattern.compile(
            "^\\s*(?:garbage-first heap|ZHeap|Shenandoah|def new generation|tenured generation|PSYoungGen|ParOldGen)"
                    + "\\s.*?\\bused (\\d+)([KM])",
            Pattern.MULTILINE);

    private Memory() {}

    /** Resident now. */
    static double resident(Optional<ProcessHandle> process) {
        return status(process, "VmRSS:");
    }

    /** The most that was resident since {@link #forgetPeak}, or ever. */
    static double peak(Optional<ProcessHandle> process) {
        return status(process, "VmHWM:");
    }

    /** Lets the peak begin anew. */
    static void forgetPeak(Optional<ProcessHandle> process) throws IOException {
        if (process.isPresent()) {
            Files.writeString(Path.of("/proc/" + process.get().pid() + "/clear_refs"), "5");
        }
    }

    private static double status(Optional<ProcessHandle> process, String name) {
        return process.map(each -> status(each, name)).orElse(Double.NaN);
    }

    private static double status(ProcessHandle process, String name) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException ended) {
            return Double.NaN;
        }
    }

    /** What is in use of the heap, by what {@code jcmd GC.heap_info} says; whichever the collector is. */
    static double heapUsed(String heapInfo) {
        Matcher used = HEAP_USED.matcher(heapInfo);
        double sum = 0;
        while (used.find()) {
            sum += Double.parseDouble(used.group(1)) / (used.group(2).equals("K") ? 1024 : 1);
        }
        return sum;
    }
}
