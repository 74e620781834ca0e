package org.fanfare.entrance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways to be known, each of which can be on or off. */
enum Method {
    /** A trusted proxy names the user. */
    HEADER("Trusted-Proxy realm=\"Fanfare\""),
    /** API tokens that Fanfare itself gave. */
    TOKEN("Token realm=\"Fanfare\""),
    /** Tokens of an identity provider, by MicroProfile JWT. */
    JWT("Bearer realm=\"Fanfare\""),
    /** Names and passwords that the server knows. */
    BASIC("Basic realm=\"Fanfare\", charset=\"UTF-8\"");

    private final String challenge;

    Method(String challenge) {
        this.challenge = challenge;
    }

    /** What {@code WWW-Authenticate} says of it. */
    String challenge() {
        return challenge;
    }

    /** As the setting has it. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Method> named(String name) {
        return Arrays.stream(values())
                .filter(method -> method.wireName().equals(name))
                .findFirst();
    }
}
