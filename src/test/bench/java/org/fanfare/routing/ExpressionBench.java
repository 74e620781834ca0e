package org.fanfare.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.fanfare.jsonpath.Budget;
import org.fanfare.jsonpath.Dialect;
import org.fanfare.jsonpath.Document;
import org.fanfare.jsonpath.Evaluation;
import org.fanfare.jsonpath.JsonPath;
import org.fanfare.syntax.Limits;
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

/**
 * One expression, compiled, on one event, parsed: ours on JSON-P, the library json-path with the same expression in its
 * own language on its fastest tree. Both are right for type and source, so that the records are looked at.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExpressionBench {

    private static final String OURS = "$[?(@[\"eventType\"] = \"t\" and @[\"source\"] = \"s\")][\"data\"][*]"
            + "[?(@[\"destinationTable\"] = \"Files\" and @[\"mimetype\"] = \"%s\")][\"_id\"]";
    private static final String THEIRS = "$[?(@['eventType'] == 't' && @['source'] == 's')]['data'][*]"
            + "[?(@['destinationTable'] == 'Files' && @['mimetype'] == '%s')]['_id']";

    @Param({"20", "200", "2000"})
    int records;

    @Param({"some", "none"})
    String found;

    private Document document;
    private JsonPath path;
    private Map<?, ?> tree;
    private com.jayway.jsonpath.JsonPath theirPath;
    private Configuration configuration;

    @Setup
    public void parse() throws JsonProcessingException {
        JsonValue event = new PacificaMix(7).event(records, "t", "s");
        String mimetype = found.equals("none")
                ? found
                : event.asJsonObject().getJsonArray("data").getJsonObject(5).getString("mimetype");
        document = Document.of(event);
        path = JsonPath.compile(Dialect.JSONPATH2, OURS.formatted(mimetype), Limits.USUAL).expression().orElseThrow();
        tree = new ObjectMapper().readValue(event.toString(), Map.class);
        theirPath = com.jayway.jsonpath.JsonPath.compile(THEIRS.formatted(mimetype));
        configuration = Configuration.builder()
                .jsonProvider(new JacksonJsonProvider())
                .mappingProvider(new JacksonMappingProvider())
                .options(Option.ALWAYS_RETURN_LIST, Option.SUPPRESS_EXCEPTIONS)
                .build();
        int ours = selected().values().size();
        int theirs = jsonPathSelect().size();
        if (ours != theirs || ours == 0 != found.equals("none")) {
            throw new IllegalStateException("we find %d, json-path finds %d".formatted(ours, theirs));
        }
    }

    /** What a subscription asks. */
    @Benchmark
    public Evaluation matches() {
        return path.matches(document, Budget.of(document));
    }

    @Benchmark
    public Evaluation selected() {
        return path.select(document, Budget.of(document));
    }

    /** It knows only this question; its own limit of one result makes it slower where there is none. */
    @Benchmark
    public List<?> jsonPathSelect() {
        return theirPath.read(tree, configuration);
    }
}
