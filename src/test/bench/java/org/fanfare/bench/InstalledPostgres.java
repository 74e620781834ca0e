package org.fanfare.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL as Debian's package installs it, with a cluster of its own, in its default configuration. It refuses to
 * run as root; then it runs as the user that the package made.
 */
record InstalledPostgres(Path programs, Path data, String url, String title, ProcessHandle server)
        implements BenchDatabase {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    /** Where the newest version's programs are. */
    static Optional<Path> findPrograms() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.filter(version -> Files.isExecutable(version.resolve("bin/pg_ctl")))
                    .max(Comparator.comparingInt(
                            version -> Integer.parseInt(version.getFileName().toString())))
                    .map(version -> version.resolve("bin"));
        }
    }

    static InstalledPostgres start(Path programs, Path directory, Path output) throws Exception {
        if (isRoot()) {
            run(output, List.of("chown", "postgres", directory.toString()));
        }
        Path data = directory.resolve("data");
        int port = Ports.free();
        asUser(output, programs, "initdb", "-D", data.toString(), "-U", "fanfare", "-A", "trust", "-E", "UTF8", "-N");
        asUser(
                output,
                programs,
                "pg_ctl",
                "start",
                "-w",
                "-D",
                data.toString(),
                "-l",
                directory.resolve("postgresql.log").toString(),
                "-o",
                "-p " + port + " -k " + directory + " -c listen_addresses=127.0.0.1");
        try {
            asUser(output, programs, "createdb", "-h", "127.0.0.1", "-p", "" + port, "-U", "fanfare", "fanfare");
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/fanfare";
            return new InstalledPostgres(
                    programs, data, url, BenchDatabase.checked(url), BenchDatabase.postmaster(data));
        } catch (Exception | Error failed) {
            stop(programs, data);
            throw failed;
        }
    }

    private static void asUser(Path output, Path programs, String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(output, command);
    }

    private static void run(Path output, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        output.resolve("postgresql.log").toFile()))
                .directory(new java.io.File("/"))
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("failed, see " + output.resolve("postgresql.log") + ": " + command);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void stop(Path programs, Path data) throws IOException {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.addAll(List.of(programs.resolve("pg_ctl").toString(), "stop", "-D", data.toString(), "-m", "fast"));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .directory(new java.io.File("/"))
                .start()
                .onExit()
                .join();
    }

    @Override
    public Map<String, String> environment() {
        return BenchDatabase.environment(url);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.of(server);
    }

    @Override
    public void close() throws IOException {
        stop(programs, data);
    }
}
