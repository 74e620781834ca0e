package org.fanfare.destination;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/** Whether a delivery may go to a target; a refusal is an answer with a sentence for the subscriber, not an exception. */
public sealed interface Verdict {

    /** The sentence that says why not; empty where the target is allowed. */
    Optional<String> refusal();

    /** Whether a delivery may go there. */
    default boolean isAllowed() {
        return refusal().isEmpty();
    }

    /**
     * A delivery may go there, as far as can be told without asking the DNS.
     *
     * @param target the URL to connect to: scheme and host in lower case, the host in ASCII and without a trailing dot
     */
    record Allowed(URI target) implements Verdict {

        public Allowed {
            requireNonNull(target, "target");
        }

        @Override
        public Optional<String> refusal() {
            return Optional.empty();
        }
    }

    /**
     * No delivery goes there.
     *
     * @param ground what is wrong, for those who treat a wrong address otherwise than a wrong text
     * @param reason one sentence for the subscriber; it tells nothing about what is behind a forbidden address
     */
    record Forbidden(Ground ground, String reason) implements Verdict {

        public Forbidden {
            requireNonNull(ground, "ground");
            requireNonNull(reason, "reason");
        }

        @Override
        public Optional<String> refusal() {
            return Optional.of(reason);
        }
    }

    /** What a refusal is about. */
    enum Ground {
        /** The text of the URL. */
        URL,
        /** The host or the address it stands for. */
        ADDRESS
    }
}
