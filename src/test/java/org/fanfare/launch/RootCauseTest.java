package org.fanfare.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RootCauseTest {

    @Test
    void ourOwnSentenceCountsWhateverIsAroundAndBelowIt() {
        Exception own = new OwnException("a sentence", new IllegalStateException("Connection refused"));

        assertThat(RootCause.of(new IllegalStateException("deployment failed", own), "otherwise"))
                .isEqualTo("a sentence");
    }

    @Test
    void elseTheInnermostMessageCounts() {
        Exception inner = new IllegalStateException("inner ", new NullPointerException());

        assertThat(RootCause.of(new IllegalStateException("outer", inner), null))
                .isEqualTo("inner");
    }

    @Test
    void withoutAnyMessageThereIsStillSomethingToSay() {
        assertThat(RootCause.of(new NullPointerException(), "otherwise")).isEqualTo("otherwise");
        assertThat(RootCause.of(new NullPointerException(), null)).isEqualTo("java.lang.NullPointerException");
        assertThat(RootCause.of(null, "otherwise")).isEqualTo("otherwise");
    }

    private static final class OwnException extends Exception {

        OwnException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
