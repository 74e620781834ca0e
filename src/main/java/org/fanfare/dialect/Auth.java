package org.fanfare.dialect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/** How a delivery proves itself to its target (pacifica.md, 2.4 and 4); never prints its secrets. */
public sealed interface Auth {

    /** The value of the header {@code Authorization}, where there is to be one. */
    Optional<String> authorization();

    /** No proof at all. */
    record None() implements Auth {

        @Override
        public Optional<String> authorization() {
            return Optional.empty();
        }
    }

    /** RFC 7617 in UTF-8; null stands for empty, as the original has it with {@code {"type": "basic"}} alone. */
    record Basic(String username, String password) implements Auth {

        public Basic {
            username = Objects.requireNonNullElse(username, "");
            password = Objects.requireNonNullElse(password, "");
        }

        @Override
        public Optional<String> authorization() {
            byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        }

        @Override
        public String toString() {
            return "Basic[redacted]";
        }
    }

    /**
     * A scheme and what belongs to it, for example {@code Bearer} and a token; null stands for empty, and both empty for
     * no header.
     */
    record Header(String type, String credentials) implements Auth {

        /** Refuses control characters, which could end the header and begin another one. */
        public Header {
            type = Objects.requireNonNullElse(type, "");
            credentials = Objects.requireNonNullElse(credentials, "");
            if (!isHeaderText(type) || !isHeaderText(credentials)) {
                throw new IllegalArgumentException("control characters in an Authorization header");
            }
        }

        @Override
        public Optional<String> authorization() {
            return Optional.of((type + " " + credentials).strip()).filter(value -> !value.isEmpty());
        }

        @Override
        public String toString() {
            return "Header[redacted]";
        }
    }

    /** Whether a text can stand in a header; to be asked before it is stored. */
    static boolean isHeaderText(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
