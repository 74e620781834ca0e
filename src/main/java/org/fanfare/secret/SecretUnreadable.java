package org.fanfare.secret;

/** A sealed secret cannot be opened; the message says why, for the operator, and nothing of the secret. */
public final class SecretUnreadable extends RuntimeException {

    SecretUnreadable(String sentence) {
        super(sentence);
    }
}
