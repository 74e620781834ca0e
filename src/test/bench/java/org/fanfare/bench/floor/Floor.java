package org.fanfare.bench.floor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Starts the floor by hand: {@code Floor TARGET [JVM FLAGS]} with an empty broker, {@code Floor --again PORT TARGET [JVM
 * FLAGS]} with what the last one has left. It ends with standard input.
 */
public final class Floor {

    private static final Path OUTPUT = Path.of("target", "bench");

    private Floor() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (FloorProcess floor = start(Arrays.asList(arguments))) {
            floor.awaitReady();
            System.out.println("http://127.0.0.1:" + floor.port() + "/receive, process "
                    + floor.handle().pid());
            while (System.in.read() >= 0) {
                // until it ends
            }
        }
    }

    private static FloorProcess start(List<String> arguments) throws IOException {
        if (arguments.get(0).equals("--again")) {
            int port = Integer.parseInt(arguments.get(1));
            URI target = URI.create(arguments.get(2));
            return FloorProcess.restart(OUTPUT, arguments.subList(3, arguments.size()), target, port);
        }
        URI target = URI.create(arguments.get(0));
        return FloorProcess.start(OUTPUT, arguments.subList(1, arguments.size()), target);
    }
}
