package org.fanfare.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.policy.SharedAnswers.Subject;
import org.junit.jupiter.api.Test;

class SharedAnswersTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Inquiry ASKED = new Inquiry(NOW, 200, Duration.ofMillis(3));

    private final SharedAnswers answers = new SharedAnswers(Duration.ofSeconds(2));
    private final UUID event = UUID.randomUUID();
    private final Subject subject = new Subject(event, Owner.named("ann"), null);

    @Test
    void anAnswerServesForItsTimeAndNoLonger() {
        PolicyAnswer yes = new PolicyAnswer.Allowed("yes", ASKED);
        answers.keep(subject, yes);

        assertThat(answers.find(subject, NOW.plusMillis(1999))).contains(yes);
        assertThat(answers.find(subject, NOW.plusSeconds(2))).isEmpty();
    }

    @Test
    void aNewerAnswerReplacesTheOldOne() {
        PolicyAnswer no = new PolicyAnswer.Refused("no", new Inquiry(NOW.plusSeconds(3), 412, Duration.ZERO));
        answers.keep(subject, new PolicyAnswer.Allowed("yes", ASKED));
        answers.keep(subject, no);

        assertThat(answers.find(subject, NOW.plusSeconds(4))).contains(no);
    }

    @Test
    void itServesNoOtherUserEventOrPermission() {
        answers.keep(subject, new PolicyAnswer.Allowed("yes", ASKED));

        assertThat(answers.find(new Subject(event, Owner.named("bob"), null), NOW))
                .isEmpty();
        assertThat(answers.find(new Subject(event, Owner.named("ann"), "admin"), NOW))
                .isEmpty();
        assertThat(answers.find(new Subject(UUID.randomUUID(), Owner.named("ann"), null), NOW))
                .isEmpty();
    }

    @Test
    void silenceIsNotShared() {
        answers.keep(subject, new PolicyAnswer.Unavailable("silence", ASKED));

        assertThat(answers.find(subject, NOW)).isEmpty();
    }

    @Test
    void nothingIsSharedWhereThatIsSwitchedOff() {
        SharedAnswers off = new SharedAnswers(Duration.ZERO);
        off.keep(subject, new PolicyAnswer.Allowed("yes", ASKED));

        assertThat(off.find(subject, NOW)).isEmpty();
    }
}
