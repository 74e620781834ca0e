package org.fanfare.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.caller.Owner;

/**
 * Answers of the last few seconds, so that the subscriptions of one owner do not each ask about one event. Only a yes or
 * no is shared. Thread-safe; bounded, the oldest are forgotten first.
 */
final class SharedAnswers {

    private static final int MOST = 10_000;

    private final Duration age;
    private final Map<Subject, PolicyAnswer> answers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Subject, PolicyAnswer> eldest) {
            return size() > MOST;
        }
    };

    /**
     * What an answer is about.
     *
     * @param permission null for none in particular
     */
    record Subject(UUID event, Owner user, String permission) {}

    /** @param age how long an answer may be shared; zero for never */
    SharedAnswers(Duration age) {
        this.age = age;
    }

    synchronized Optional<PolicyAnswer> find(Subject subject, Instant now) {
        return Optional.ofNullable(answers.get(subject))
                .filter(answer -> now.isBefore(answer.inquiry().askedAt().plus(age)));
    }

    synchronized void keep(Subject subject, PolicyAnswer answer) {
        if (!age.isZero() && !(answer instanceof PolicyAnswer.Unavailable)) {
            answers.remove(subject);
            answers.put(subject, answer);
        }
    }
}
