package org.fanfare.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.spi.event.container.AfterStop;
import org.jboss.arquillian.container.spi.event.container.BeforeStart;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Arquillian's adapter for Payara Server deploys to a server that runs: this starts it before and ends it afterwards. It
 * is the server that the product's script makes, without the product, with its files in target/it and what it prints in
 * target/process-logs. The adapters of the other servers start them themselves.
 */
public final class ServerForArquillian implements LoadableExtension {

    private static final Path HOME = Path.of("target", "it").toAbsolutePath();
    private static final File LOG = new File("target/process-logs/arquillian.log");
    private static final Duration START = Duration.ofSeconds(240);
    private static final Duration STOP = Duration.ofSeconds(60);

    @Override
    public void register(ExtensionBuilder builder) {
        if (ServerUnderTest.current() == ServerUnderTest.PAYARA_SERVER) {
            builder.observer(Lifecycle.class);
        }
    }

    /** Arquillian makes one of it, and tells it what happens. */
    public static final class Lifecycle {

        private final HttpClient client = HttpClient.newHttpClient();
        private Process process;

        void start(@Observes BeforeStart event) throws IOException {
            Files.createDirectories(LOG.toPath().getParent());
            process = command().start();
            // It does not outlive the tests, whatever becomes of them.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            await("start of Payara Server")
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        assertThat(process.isAlive())
                                .as("it runs; its log is %s", LOG)
                                .isTrue();
                        return isAdministrable();
                    });
        }

        void stop(@Observes AfterStop event) throws InterruptedException {
            process.destroy();
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }

        private static ProcessBuilder command() {
            ProcessBuilder command = new ProcessBuilder(List.of(
                            Path.of("server-config", "payara-server", "start").toString(),
                            "--port",
                            System.getProperty("payara.http.port"),
                            "--admin-port",
                            System.getProperty("payara.admin.port"),
                            "--without-fanfare"))
                    .redirectErrorStream(true)
                    .redirectOutput(LOG);
            command.environment().keySet().removeIf(variable -> variable.startsWith("FANFARE_"));
            command.environment().put("FANFARE_HOME", HOME.toString());
            command.environment().put("FANFARE_DATABASE_URL", "jdbc:h2:mem:fanfare;DB_CLOSE_DELAY=-1");
            command.environment().put("FANFARE_SECRETS_KEYS", "tests:YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=");
            return command;
        }

        /** The last thing that its script tells it is known to its management by HTTP, which the adapter asks for it. */
        private boolean isAdministrable() throws InterruptedException {
            URI port = URI.create("http://127.0.0.1:" + System.getProperty("payara.admin.port")
                    + "/management/domain/configs/config/server-config/system-property/HTTP_PORT");
            HttpRequest request = HttpRequest.newBuilder(port)
                    .header("Accept", "application/json")
                    .timeout(Duration.ofSeconds(60))
                    .build();
            try {
                return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException notListening) {
                return false;
            }
        }
    }
}
