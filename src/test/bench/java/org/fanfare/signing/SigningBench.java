package org.fanfare.signing;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The headers that sign one attempt by the one key of a subscription, and that key read as it is stored. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class SigningBench {

    private static final String DELIVERY = "01890a5d-ac96-774b-bcce-b302099a8057";

    @Param
    Scheme scheme;

    @Param({"2048", "65536", "1048576"})
    int bytes;

    private final Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private byte[] body;
    private KeyRing ring;
    private JsonObject stored;

    @Setup
    public void makeKey() {
        body = new byte[bytes];
        SigningKey key = scheme.generate(new SecureRandom());
        ring = new KeyRing(KeyRing.DEFAULT_OVERLAP, List.of(new HeldKey(key, now, Optional.empty())));
        stored = ring.json();
    }

    @Benchmark
    public Map<String, String> signed() {
        return ring.headers(DELIVERY, now, body);
    }

    /** Of the same cost for each size of body. */
    @Benchmark
    public KeyRing keyRead() {
        return KeyRing.of(stored);
    }
}
