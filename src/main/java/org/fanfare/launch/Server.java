package org.fanfare.launch;

import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.loader.OpenURLClassLoader;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** Payara Micro with the application, in this process. */
class Server {

    private static final String IMPLEMENTATION = "fish.payara.micro.impl.PayaraMicroImpl";

    private final Bundle bundle;
    private final Path rootDirectory;
    private final CommandFile furtherCommands;
    private volatile Runnable closing = () -> {};

    Server(Bundle bundle, Path rootDirectory, CommandFile furtherCommands) {
        this.bundle = bundle;
        this.rootDirectory = rootDirectory;
        this.furtherCommands = furtherCommands;
    }

    /** Returns when the application is deployed and serves requests. */
    void start(String host, int port) throws Exception {
        // Payara keeps the last start's configuration and applications there, and would do everything twice.
        Bundle.delete(rootDirectory);
        Files.createDirectories(rootDirectory);
        System.setProperty("fanfare.http.host", host);
        System.setProperty("fanfare.rar", bundle.file("artemis.rar").toString());
        // The resource adapter of message-driven beans: Payara's default is that of OpenMQ, which Micro does not have.
        System.setProperty("com.sun.enterprise.connectors.inbound.ramid", "artemis");
        System.setProperty("fish.payara.micro.BootJar", bundle.jar().toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", bundle.file("").toString());
        // Payara's default is true, and targets may well have only an IPv6 address.
        System.setProperty("java.net.preferIPv4Stack", "false");

        // Of this type, as Payara looks for its modules in another way otherwise.
        ClassLoader libraries = new OpenURLClassLoader(urls());
        Thread.currentThread().setContextClassLoader(libraries);
        Class<?> type = libraries.loadClass(IMPLEMENTATION);
        PayaraMicroBoot server = (PayaraMicroBoot) type.getMethod("getInstance").invoke(null);
        // Closed until the application is there: the server itself would answer 404, and that all is well.
        server.setPreBootHandler(commands -> open(commands, false));
        server.setPostBootHandler(this::deployApplication);
        type.getMethod("create", String[].class).invoke(null, (Object) arguments(port));
    }

    /** Takes no more requests; those that have come are cut off, and will be made again. */
    void close() {
        closing.run();
    }

    private String[] arguments(int port) {
        return new String[] {
            "--rootdir",
            rootDirectory.toString(),
            "--port",
            Integer.toString(port),
            "--nocluster",
            "--logproperties",
            bundle.file("logging.properties").toString(),
            "--prebootcommandfile",
            bundle.file("pre-boot.txt").toString(),
            "--postbootcommandfile",
            bundle.file("post-boot.txt").toString()
        };
    }

    /** By command, not by {@code --deploy}: with that, Payara Micro stays up without the application that failed. */
    private void deployApplication(AdminCommandRunner commands) {
        ServerLog.failedCommand().ifPresent(Server::refuse);
        furtherCommands.run(commands).ifPresent(Server::refuse);
        nameSender(commands);
        ClusterCommandResult result = commands.run(
                "deploy",
                "--name=fanfare",
                "--contextroot=/",
                bundle.file("fanfare.war").toString());
        if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
            refuse(ServerLog.failedDeployment(result.getOutput()));
        }
        open(commands, true);
        closing = () -> open(commands, false);
    }

    /**
     * As whom senders go to the broker: Payara names the user of its pool, and an empty one where it was told none. Not by a
     * command of post-boot.txt, where the password would have to do without spaces and quotes: so it is looked up later.
     */
    private static void nameSender(AdminCommandRunner commands) {
        if (System.getProperty("fanfare.broker.user") != null) {
            String property = "resources.connector-connection-pool.fanfare-broker.property.";
            commands.run("set", property + "UserName=${fanfare.broker.user}");
            commands.run("set", property + "Password=${fanfare.broker.password}");
        }
    }

    private static void open(AdminCommandRunner commands, boolean isOpen) {
        commands.run(
                "set",
                "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.enabled="
                        + isOpen);
    }

    private static void refuse(String reason) {
        ServerLog.silenceOthers();
        throw StartRefused.cannotStart(reason);
    }

    private URL[] urls() throws IOException {
        return bundle.libraries().stream().map(Server::url).toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
