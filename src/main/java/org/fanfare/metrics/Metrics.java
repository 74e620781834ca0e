package org.fanfare.metrics;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** All metrics of this node. Metrics are without labels unless a method says otherwise. Thread-safe. */
@ApplicationScoped
public class Metrics {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ExpositionFormats formats = ExpositionFormats.init();
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    /** A text that a monitoring program reads. */
    public record Exposition(String contentType, byte[] bytes) {}

    /** Of the process and its virtual machine: what changes with load. */
    @PostConstruct
    void measureProcess() {
        ProcessMetrics.builder().register(registry);
        JvmMemoryMetrics.builder().register(registry);
        JvmThreadsMetrics.builder().register(registry);
        JvmGarbageCollectorMetrics.builder().register(registry);
    }

    /** The counter of that name, which is shown with "_total" behind it. It is there, and 0, from the first call on. */
    public Counter counter(String name) {
        return counters.computeIfAbsent(
                name, absent -> Counter.builder().name(absent).register(registry));
    }

    /** A figure that is asked for whenever somebody looks. */
    public void gauge(String name, String help, Supplier<? extends Number> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(shown -> shown.call(value.get().doubleValue()))
                .register(registry);
    }

    /** As {@link #gauge}, one figure for each value of a label. */
    public void gauges(
            String name, String help, String label, Map<String, ? extends Supplier<? extends Number>> values) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(label)
                .callback(shown -> values.forEach(
                        (labelled, value) -> shown.call(value.get().doubleValue(), labelled)))
                .register(registry);
    }

    /** Counts what is observed by size, in buckets up to these bounds. */
    public DistributionDataPoint histogram(String name, String help, double... upperBounds) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .classicOnly()
                .classicUpperBounds(upperBounds)
                .register(registry);
    }

    /**
     * All metrics as of now.
     *
     * @param accept what the reader takes, as in the header; null for the plain text form of Prometheus
     */
    public Exposition show(String accept) {
        ExpositionFormatWriter writer = formats.findWriter(accept);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer.write(bytes, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Exposition(writer.getContentType(), bytes.toByteArray());
    }
}
