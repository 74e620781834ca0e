package org.fanfare.policy;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.fanfare.event.Event;

/** Decides whether a user may see an event, by asking the configured policy service. */
@ApplicationScoped
public class Policy {

    private static final Logger LOG = System.getLogger(Policy.class.getName());
    private static final int LONGEST_EXCERPT = 200;

    @Inject
    private PolicySettings settings;

    @Inject
    private MetricRegistry metrics;

    private PolicyClient client;

    @PostConstruct
    void connect() {
        if (settings.url() == null) {
            LOG.log(Level.WARNING, "no policy service is configured (fanfare.policy.url): every owner sees all events");
            return;
        }
        client = RestClientBuilder.newBuilder()
                .baseUri(settings.url())
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .register(new UserSegment(settings.url()))
                .property("microprofile.rest.client.disable.default.mapper", true)
                .build(PolicyClient.class);
    }

    /** Makes the bean, and so its warning, at the start of the application and not at the first event. */
    void onStart(@Observes Startup start) {
        for (String answer : List.of("allowed", "refused", "unavailable")) {
            metrics.counter("fanfare_policy_" + answer);
        }
    }

    @PreDestroy
    void close() {
        if (client != null) {
            client.close();
        }
    }

    /**
     * Asks whether {@code user} may see the event as of now; of Fanfare's own events the service knows nothing. Waits for the service as long as its timeouts allow; must
     * not be called inside a transaction.
     */
    public PolicyAnswer ask(String user, Event event) {
        if (event.audience().isPresent()) {
            return new PolicyAnswer.Allowed("an event of Fanfare's own");
        }
        if (client == null) {
            return new PolicyAnswer.Allowed("no policy");
        }
        PolicyAnswer answer;
        try (Response response = client.ask(user, event.cloudEvent().policyView())) {
            answer = read(response);
        } catch (ProcessingException | IOException silent) {
            answer = new PolicyAnswer.Unavailable("policy service does not answer: " + rootMessage(silent));
        }
        metrics.counter("fanfare_policy_" + answer.metric()).inc();
        return answer;
    }

    private static PolicyAnswer read(Response response) throws IOException {
        String text = excerpt(response);
        String summary = "policy answered " + response.getStatus() + (text.isEmpty() ? "" : ": " + text);
        return switch (response.getStatusInfo().getFamily()) {
            case SUCCESSFUL -> new PolicyAnswer.Allowed("policy answered " + response.getStatus());
            case CLIENT_ERROR -> new PolicyAnswer.Refused(summary);
            default -> new PolicyAnswer.Unavailable(summary);
        };
    }

    private static String excerpt(Response response) throws IOException {
        if (!response.hasEntity()) {
            return "";
        }
        try (InputStream body = response.readEntity(InputStream.class)) {
            return new String(body.readNBytes(LONGEST_EXCERPT), StandardCharsets.UTF_8)
                    .replaceAll("\\p{Cntrl}+", " ")
                    .strip();
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : " " + root.getMessage());
    }
}
