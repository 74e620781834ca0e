package org.fanfare.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.policy.SharedAnswers.Question;
import org.junit.jupiter.api.Test;

class SharedAnswersTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Inquiry ASKED = new Inquiry(NOW, 200, Duration.ofMillis(3));

    private final SharedAnswers answers = new SharedAnswers(Duration.ofSeconds(2));
    private final UUID event = UUID.randomUUID();
    private final Question question = new Question(event, Owner.named("ann"), null);

    @Test
    void anAnswerServesForItsTimeAndNoLonger() {
        PolicyAnswer yes = new PolicyAnswer.Allowed("yes", ASKED);
        answers.keep(question, yes);

        assertThat(answers.find(question, NOW.plusMillis(1999))).contains(yes);
        assertThat(answers.find(question, NOW.plusSeconds(2))).isEmpty();
    }

    @Test
    void aNewerAnswerReplacesTheOldOne() {
        PolicyAnswer no = new PolicyAnswer.Refused("no", new Inquiry(NOW.plusSeconds(3), 412, Duration.ZERO));
        answers.keep(question, new PolicyAnswer.Allowed("yes", ASKED));
        answers.keep(question, no);

        assertThat(answers.find(question, NOW.plusSeconds(4))).contains(no);
    }

    @Test
    void itServesNoOtherUserEventOrPermission() {
        answers.keep(question, new PolicyAnswer.Allowed("yes", ASKED));

        assertThat(answers.find(new Question(event, Owner.named("bob"), null), NOW))
                .isEmpty();
        assertThat(answers.find(new Question(event, Owner.named("ann"), "admin"), NOW))
                .isEmpty();
        assertThat(answers.find(new Question(UUID.randomUUID(), Owner.named("ann"), null), NOW))
                .isEmpty();
    }

    @Test
    void silenceIsNotShared() {
        answers.keep(question, new PolicyAnswer.Unavailable("silence", ASKED));

        assertThat(answers.find(question, NOW)).isEmpty();
    }

    @Test
    void nothingIsSharedWhereThatIsSwitchedOff() {
        SharedAnswers off = new SharedAnswers(Duration.ZERO);
        off.keep(question, new PolicyAnswer.Allowed("yes", ASKED));

        assertThat(off.find(question, NOW)).isEmpty();
    }
}
