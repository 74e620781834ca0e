package org.fanfare.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void theBurstComesAtOnceAndThenTheRate() {
        TokenBucket bucket = new TokenBucket(2, 3, START);

        assertThat(taken(bucket, START)).isEqualTo(3);
        assertThat(bucket.nextToken(START)).isEqualTo(START.plusMillis(500));
        assertThat(taken(bucket, START.plusMillis(499))).isZero();
        assertThat(taken(bucket, START.plusMillis(500))).isEqualTo(1);
        assertThat(taken(bucket, START.plusSeconds(60))).isEqualTo(3);
    }

    @Test
    void withoutARateThereIsAlwaysAToken() {
        TokenBucket bucket = new TokenBucket(TrafficLimits.ANY_RATE, 1, START);

        for (int i = 0; i < 1000; i++) {
            assertThat(bucket.hasToken(START)).isTrue();
            bucket.take(START);
        }
        assertThat(bucket.nextToken(START)).isEqualTo(START);
        assertThat(bucket.isFull(START)).isTrue();
    }

    @Test
    void anotherRateHoldsFromNowOnAndGivesNothingForThePast() {
        TokenBucket bucket = new TokenBucket(1, 1, START);
        bucket.take(START);

        bucket.change(1000, 10, START.plusMillis(500));

        assertThat(taken(bucket, START.plusMillis(500))).isZero();
        assertThat(taken(bucket, START.plusMillis(501))).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackNeitherGivesNorTakes() {
        TokenBucket bucket = new TokenBucket(1, 5, START);
        taken(bucket, START);

        assertThat(taken(bucket, START.minusSeconds(3600))).isZero();
        assertThat(taken(bucket, START.minusSeconds(3598))).isEqualTo(2);
    }

    @Test
    void aRateOfAlmostNothingIsStillATime() {
        TokenBucket bucket = new TokenBucket(1e-12, 1, START);
        bucket.take(START);

        assertThat(bucket.nextToken(START)).isAfter(START.plus(Duration.ofDays(300)));
    }

    @Property
    void atTheTimeThatIsToldThereIsAToken(
            @ForAll @DoubleRange(min = 0.01, max = 100_000) double perSecond,
            @ForAll @IntRange(min = 1, max = 100) int burst) {
        TokenBucket bucket = new TokenBucket(perSecond, burst, START);
        taken(bucket, START);

        assertThat(bucket.hasToken(bucket.nextToken(START))).isTrue();
    }

    @Property
    void noStretchOfTimeSeesMoreThanBurstAndRateAllow(
            @ForAll @DoubleRange(min = 0.1, max = 1000) double perSecond,
            @ForAll @IntRange(min = 1, max = 50) int burst,
            @ForAll @Size(max = 50) List<@IntRange(max = 2_000) Integer> steps) {
        TokenBucket bucket = new TokenBucket(perSecond, burst, START);
        Instant now = START;
        int taken = taken(bucket, now);
        for (int millis : steps) {
            now = now.plusMillis(millis);
            taken += taken(bucket, now);
        }
        double seconds = Duration.between(START, now).toMillis() / 1000.0;

        assertThat((double) taken).isLessThanOrEqualTo(burst + seconds * perSecond + 0.001 * (1 + steps.size()));
    }

    private static int taken(TokenBucket bucket, Instant now) {
        int taken = 0;
        while (bucket.hasToken(now)) {
            bucket.take(now);
            taken++;
        }
        return taken;
    }
}
