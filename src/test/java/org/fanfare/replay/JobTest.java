package org.fanfare.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Reach;
import org.fanfare.delivery.DeliverySelection;
import org.fanfare.event.EventArchive.Stretch;
import org.fanfare.outcome.DeliveryState;
import org.fanfare.wire.TimeOrderedId;
import org.junit.jupiter.api.Test;

class JobTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Owner OWNER = Owner.named("o");
    private static final Reach WHOSE = Reach.of(OWNER);
    private static final UUID SUBSCRIPTION = UUID.randomUUID();

    @Test
    void aClaimStartsItAndIsTheOnlyOneThatMayGoOn() {
        Job job = job(JobKind.RECOVER);
        int before = job.version();

        job.claim(NOW, NOW.plusSeconds(60));
        job.claim(NOW.plusSeconds(61), NOW.plusSeconds(120));

        assertThat(job.version()).isEqualTo(before + 2);
        assertThat(job.state()).isEqualTo(JobState.RUNNING);
        assertThat(job.startedAt()).contains(NOW);
        assertThat(job.dueAt()).contains(NOW.plusSeconds(120));
    }

    @Property
    void itOpensNoMoreThanItsRateAllows(
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 100) Integer> steps,
            @ForAll @IntRange(min = 1, max = 10_000) int rate) {
        Job job = job(JobKind.REPLAY);
        Instant now = NOW;
        for (int done : steps) {
            job.advance(Advance.of(UUID.randomUUID(), done, done, false), rate, now);
            now = job.dueAt().orElseThrow();
        }

        double seconds = Duration.between(NOW, now).toNanos() / 1e9;
        assertThat(job.done()).isEqualTo(steps.stream().mapToInt(i -> i).sum());
        assertThat(job.done()).isLessThanOrEqualTo((int) Math.ceil(seconds * rate + 0.01));
    }

    @Test
    void theLastStepEndsIt() {
        Job job = job(JobKind.REPLAY);
        job.claim(NOW, NOW.plusSeconds(60));
        UUID last = UUID.randomUUID();

        job.advance(Advance.of(last, 7, 5, true), 10, NOW);

        assertThat(job.isFinished()).isTrue();
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.dueAt()).isEmpty();
        assertThat(job.cursor()).isEqualTo(last);
        assertThat(job.skipped()).isEqualTo(2);
    }

    @Test
    void aStepThatFindsNothingLeavesTheCursorWhereItIs() {
        Job job = job(JobKind.REPLAY);
        UUID last = UUID.randomUUID();
        job.advance(Advance.of(last, 7, 7, false), 10, NOW);

        job.advance(Advance.of(null, 0, 0, true), 10, NOW);

        assertThat(job.cursor()).isEqualTo(last);
    }

    @Test
    void aSilentPolicyDelaysItAndIsForgottenOnceItSpeaks() {
        Job job = job(JobKind.REPLAY_MISSING);
        Missing silent = new Missing();
        silent.at(UUID.randomUUID());
        silent.stop("policy answered 500");

        job.advance(silent.advance(0), 10, NOW);
        assertThat(job.reason()).contains("policy answered 500");
        assertThat(job.dueAt()).hasValueSatisfying(due -> assertThat(due).isAfter(NOW));
        assertThat(job.scanned()).isEqualTo(1);

        job.advance(new Missing().advance(0), 10, NOW);
        assertThat(job.reason()).isEmpty();
    }

    @Test
    void eachKindGoesThroughItsOwnDeliveries() {
        assertThat(job(JobKind.RECOVER).selection().state()).isEqualTo(DeliveryState.FAILED);
        assertThat(job(JobKind.RECOVER).selection().settled().since()).isEqualTo(NOW.minusSeconds(60));
        assertThat(job(JobKind.REPLAY).selection().received().until()).isEqualTo(NOW);
        assertThat(job(JobKind.RELEASE).selection()).isEqualTo(DeliverySelection.held(SUBSCRIPTION));
        assertThat(job(JobKind.DROP).selection()).isEqualTo(DeliverySelection.held(SUBSCRIPTION));
        assertThat(job(JobKind.REPLAY_EVENT).selection().whose()).isEqualTo(WHOSE);
        assertThat(job(JobKind.REPLAY_EVENT, true).selection().whose()).isEqualTo(Reach.all("default"));
        assertThatIllegalStateException()
                .isThrownBy(() -> job(JobKind.REPLAY_MISSING).selection());
    }

    @Test
    void pastEventsAreLookedAtFromTheStartOfTheTimeOn() {
        assertThat(job(JobKind.REPLAY_MISSING).eventsLeft())
                .isEqualTo(new Stretch(
                        OWNER.tenant(), TimeOrderedId.lowest(NOW.minusSeconds(60)), TimeOrderedId.lowest(NOW)));
    }

    private static Job job(JobKind kind) {
        return job(kind, false);
    }

    private static Job job(JobKind kind, boolean ofAll) {
        return new Job(
                new JobOrder(kind, OWNER, ofAll, SUBSCRIPTION, null, NOW.minusSeconds(60), NOW, null),
                new Estimate(7, false),
                NOW);
    }
}
