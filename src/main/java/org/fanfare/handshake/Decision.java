package org.fanfare.handshake;

import java.util.Optional;
import org.fanfare.sending.Exchange;
import org.fanfare.sending.Exchange.Answered;

/** What came of asking a target. Pure. */
sealed interface Decision {

    /** One sentence for the owner. */
    String reason();

    /** @param rate deliveries a minute; null for as many as there are */
    record Granted(Integer rate) implements Decision {

        @Override
        public String reason() {
            return rate == null ? "The target agreed." : "The target agreed to " + rate + " deliveries a minute.";
        }
    }

    /** The target answered, and did not agree. */
    record NotGranted(String reason) implements Decision {}

    /** The target gave no answer that could be a decision. */
    record Unknown(String reason) implements Decision {}

    /**
     * Reads the answer to the question. Its status is no consent, nor does it take one back (4.1.4 of the document): a 404
     * with the right headers grants, a 200 without them does not. Only an answer that says the target cannot answer now, by
     * a 429 or 5xx without headers, is no decision.
     *
     * @param origin who asked
     * @param askedForRate whether a rate was asked for: then the answer must name one
     */
    static Decision of(Exchange exchange, String origin, boolean askedForRate) {
        if (!(exchange instanceof Answered answered)) {
            return new Unknown(exchange.summary());
        }
        Optional<String> allowed = answered.header("WebHook-Allowed-Origin").map(String::strip);
        if (allowed.isEmpty()) {
            boolean isOver = answered.status() == 429 || answered.status() >= 500;
            String sentence =
                    "The target did not agree: it answered " + answered.status() + " without WebHook-Allowed-Origin.";
            return isOver ? new Unknown(sentence) : new NotGranted(sentence);
        }
        if (!allowed.get().equals("*") && !allowed.get().equalsIgnoreCase(origin)) {
            return new NotGranted("The target agreed to another origin than " + origin + ".");
        }
        Optional<String> rate = answered.header("WebHook-Allowed-Rate");
        if (rate.isEmpty()) {
            return askedForRate
                    ? new NotGranted("The target did not say which rate it agrees to (WebHook-Allowed-Rate).")
                    : new Granted(null);
        }
        return Rate.read(rate.get())
                .<Decision>map(read -> new Granted(read.perMinute()))
                .orElseGet(() -> new NotGranted("The target named no rate that can be kept (WebHook-Allowed-Rate)."));
    }
}
