package org.fanfare.handshake;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.fanfare.delivery.Recipient;
import org.fanfare.delivery.Recipients;
import org.fanfare.sending.Exchange;
import org.fanfare.sending.HttpSender;

/** Asks the targets that are to be asked. The requests run beside the timer, a few at a time: each may take its time. */
@ApplicationScoped
public class DueHandshakes {

    private static final Logger LOG = System.getLogger(DueHandshakes.class.getName());
    private static final int AT_ONCE = 8;
    private static final byte[] NO_BODY = {};

    @Resource
    private ManagedExecutorService threads;

    @EJB
    private Handshakes handshakes;

    @Inject
    private Recipients recipients;

    @Inject
    private HttpSender sender;

    @Inject
    private HandshakeSettings settings;

    private final Semaphore room = new Semaphore(AT_ONCE);

    /** Begins to ask what is due, as far as there is room. */
    public void ask() {
        int free = room.drainPermits();
        List<Question> questions = List.of();
        try {
            questions = free == 0 ? questions : handshakes.claimDue(free);
        } finally {
            room.release(free - questions.size());
        }
        questions.forEach(this::begin);
    }

    private void begin(Question question) {
        try {
            threads.execute(() -> {
                try {
                    ask(question);
                } finally {
                    room.release();
                }
            });
        } catch (RejectedExecutionException e) {
            room.release(); // it is due again at the end of its lease
        }
    }

    private void ask(Question question) {
        Optional<Recipient> recipient = recipients.find(question.subscriptionId());
        if (recipient.isEmpty()) {
            return;
        }
        Exchange exchange = send(question, recipient.get());
        Decision decision = Decision.of(exchange, question.origin(), question.requestedRate() != null);
        handshakes.record(question, decision);
        LOG.log(
                Level.INFO,
                () -> "handshake subscription=%s question=%d decision=%s reason=\"%s\""
                        .formatted(
                                question.subscriptionId(),
                                question.number(),
                                decision.getClass().getSimpleName(),
                                decision.reason().replace("\"", "\\\"")));
    }

    private Exchange send(Question question, Recipient recipient) {
        Map<String, String> headers = new HashMap<>(question.headers(settings));
        recipient.auth().authorization().ifPresent(value -> headers.put("Authorization", value));
        return sender.send("OPTIONS", recipient.targetUrl(), headers, NO_BODY, recipient.access());
    }
}
