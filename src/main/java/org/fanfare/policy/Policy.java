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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.fanfare.caller.Owner;
import org.fanfare.event.Event;
import org.fanfare.metrics.Metrics;

/** Decides whether a user may see an event, by asking the configured policy service. */
@ApplicationScoped
public class Policy {

    private static final Logger LOG = System.getLogger(Policy.class.getName());
    private static final int LONGEST_EXCERPT = 200;

    @Inject
    private PolicySettings settings;

    @Inject
    private Metrics metrics;

    @Inject
    private Clock clock;

    private PolicyClient client;
    private SharedAnswers shared;

    @PostConstruct
    void connect() {
        shared = new SharedAnswers(settings.share());
        if (settings.url() == null) {
            LOG.log(Level.WARNING, "no policy service is configured (fanfare.policy.url): every owner sees all events");
            return;
        }
        client = RestClientBuilder.newBuilder()
                .baseUri(settings.url())
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .register(new QuestionOnTheWire(settings.url()))
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
     * Asks whether {@code user} may see the event as of now, or a few seconds ago (fanfare.policy.share); of Fanfare's own
     * events the service knows nothing. Waits for the service as long as its timeouts allow; must not be called inside a
     * transaction.
     *
     * @param permission what the user needs to have, passed on to the service; null for none in particular
     */
    public PolicyAnswer ask(Owner user, String permission, Event event) {
        Instant now = clock.instant();
        if (event.audience().isPresent()) {
            return new PolicyAnswer.Allowed("an event of Fanfare's own", Inquiry.needless(now));
        }
        if (client == null) {
            return new PolicyAnswer.Allowed("no policy", Inquiry.needless(now));
        }
        SharedAnswers.Subject subject = new SharedAnswers.Subject(event.id(), user, permission);
        return shared.find(subject, now).orElseGet(() -> {
            PolicyAnswer answer =
                    ask(new Question(user, permission, event.cloudEvent().policyView()), now);
            shared.keep(subject, answer);
            metrics.counter("fanfare_policy_" + answer.wireName()).inc();
            return answer;
        });
    }

    private PolicyAnswer ask(Question question, Instant askedAt) {
        try (Response response = client.ask(question)) {
            return read(response, askedAt);
        } catch (ProcessingException | IOException silent) {
            return new PolicyAnswer.Unavailable(
                    "policy service does not answer: " + rootMessage(silent), inquiry(askedAt, null));
        }
    }

    private PolicyAnswer read(Response response, Instant askedAt) throws IOException {
        String text = excerpt(response);
        String summary = "policy answered " + response.getStatus() + (text.isEmpty() ? "" : ": " + text);
        Inquiry inquiry = inquiry(askedAt, response.getStatus());
        return switch (response.getStatusInfo().getFamily()) {
            case SUCCESSFUL -> new PolicyAnswer.Allowed("policy answered " + response.getStatus(), inquiry);
            case CLIENT_ERROR -> new PolicyAnswer.Refused(summary, inquiry);
            default -> new PolicyAnswer.Unavailable(summary, inquiry);
        };
    }

    private Inquiry inquiry(Instant askedAt, Integer status) {
        return new Inquiry(askedAt, status, Duration.between(askedAt, clock.instant()));
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
