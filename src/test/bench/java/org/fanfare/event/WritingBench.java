package org.fanfare.event;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fanfare.dialect.Dialect;
import org.fanfare.dialect.Dialects;
import org.fanfare.dialect.OutgoingRequest;
import org.fanfare.wire.JsonText;
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

/** The request of one delivery, headers and body: each attempt makes it anew. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class WritingBench {

    private static final String DELIVERY = "01890a5d-ac96-774b-bcce-b302099a8057";

    /** Each on the form of event that needs the most. */
    @Param({"pacifica", "cloudevents-structured", "cloudevents-binary", "standard-webhooks"})
    String dialect;

    @Param({"2048", "65536", "1048576"})
    int bytes;

    private Dialect form;
    private CloudEvent event;
    private JsonObject extensions;

    @Setup
    public void read() {
        form = new Dialects(List.of()).named(dialect).orElseThrow();
        SampleMessage message = dialect.equals("pacifica") ? SampleMessage.PACIFICA : SampleMessage.STRUCTURED;
        event = message.read(message.body(bytes)).get(0);
        extensions = JsonText.object("{\"additional\": \"attributes\"}");
    }

    @Benchmark
    public OutgoingRequest request() {
        return form.request(DELIVERY, event, extensions);
    }
}
