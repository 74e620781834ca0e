package org.fanfare.event;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fanfare.filter.EventFacts;
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

/** What is read of one event on its path: by the resource, by the router, and again where it is no longer in memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ParsingBench {

    @Param
    SampleMessage message;

    @Param({"2048", "65536", "1048576"})
    int bytes;

    private byte[] body;
    private CloudEvent event;
    private String attributes;

    @Setup
    public void read() {
        body = message.body(bytes);
        event = message.read(body).get(0);
        attributes = event.attributes().toString();
    }

    /** The resource: the events of a message. */
    @Benchmark
    public List<CloudEvent> received() {
        return message.read(body);
    }

    /** The event again from its columns, where it is not in memory. */
    @Benchmark
    public CloudEvent stored() {
        return CloudEvent.stored(event.specVersion(), event.mode(), attributes, event.dataContentType(), body);
    }

    /** The router: what filters look at. */
    @Benchmark
    public EventFacts matched() {
        return event.facts();
    }

    /** The question to the policy service. */
    @Benchmark
    public byte[] asked() {
        return event.policyView();
    }
}
