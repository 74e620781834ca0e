package org.fanfare.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The servers that Fanfare is tested on, each started as its users start it. The system property
 * {@code fanfare.test.server} names the one of this run; the Maven profiles of the same names set it.
 */
enum ServerUnderTest {
    /** Prints its address when it is ready, and finds a free port by itself. */
    PAYARA_MICRO {
        @Override
        List<String> command(int port) {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            return List.of(
                    java,
                    QUICK_START,
                    "-jar",
                    Path.of("target", "fanfare.jar").toString(),
                    "--port",
                    Integer.toString(port));
        }

        @Override
        int portFor(int asked) {
            return asked;
        }

        @Override
        Optional<URI> address(int port, String log) {
            Matcher printed = PRINTED_URL.matcher(log);
            return printed.find() ? Optional.of(URI.create(printed.group(1))) : Optional.empty();
        }
    },
    PAYARA_SERVER,
    /** As Maven made it for these tests, with its management on any port that is free. */
    WILDFLY {
        @Override
        List<String> command(int port) {
            List<String> command = new ArrayList<>(super.command(port));
            command.addAll(List.of("--as-is", "--management-port", "0"));
            return command;
        }

        @Override
        Map<String, String> know(RealmUser user, Path home) throws IOException {
            String hashed = user.name() + ":ApplicationRealm:" + user.password();
            Files.writeString(home.resolve("wildfly-users.properties"), user.name() + "=" + md5(hashed) + "\n");
            String groups = String.join(",", user.groups());
            Files.writeString(home.resolve("wildfly-groups.properties"), user.name() + "=" + groups + "\n");
            return Map.of();
        }
    };

    /** The tests start many servers and keep none for long: without the slow compiler a start takes two thirds of the time. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private static final Pattern PRINTED_URL = Pattern.compile("(http://\\S+)/health/ready");

    static ServerUnderTest current() {
        String name = System.getProperty("fanfare.test.server", PAYARA_MICRO.configName());
        for (ServerUnderTest server : values()) {
            if (server.configName().equals(name)) {
                return server;
            }
        }
        throw new IllegalStateException("There is no server " + name);
    }

    /** Its directory in server-config. */
    String configName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What starts it on this port of 127.0.0.1, with settings from the environment, until the process is ended. */
    List<String> command(int port) {
        return List.of(Path.of("server-config", configName(), "start").toString(), "--port", Integer.toString(port));
    }

    /** The port to start it on where this one is asked for; 0 is any. */
    int portFor(int asked) {
        if (asked != 0) {
            return asked;
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds a user to the realm of the server that is to have this home.
     *
     * @return settings that this takes
     */
    Map<String, String> know(RealmUser user, Path home) throws IOException {
        Path password = Files.writeString(home.resolve("password"), "AS_ADMIN_USERPASSWORD=" + user.password() + "\n");
        Path commands = Files.writeString(
                home.resolve("commands"), """
                # one user
                create-file-user --groups %s --passwordfile %s --authrealmname file %s
                """.formatted(String.join(":", user.groups()), password, user.name()));
        return Map.of("FANFARE_SERVER_COMMANDS", commands.toString());
    }

    private static String md5(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where it listens when started on this port, as far as is known by now. */
    Optional<URI> address(int port, String log) {
        return Optional.of(URI.create("http://127.0.0.1:" + port));
    }
}
