package org.fanfare.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import org.fanfare.syntax.Compilation;
import org.fanfare.syntax.Compilation.Rejected;
import org.fanfare.syntax.Limits;

/** Short ways for tests to say what they mean. */
final class Examples {

    private Examples() {}

    /** Reads JSON text; also scalars. */
    static JsonValue json(String text) {
        try (var reader = Json.createReaderFactory(Map.of()).createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    static JsonPath jsonpath2(String text) {
        return compiled(Dialect.JSONPATH2, text);
    }

    static JsonPath compiled(Dialect dialect, String text) {
        Compilation<JsonPath> compilation = JsonPath.compile(dialect, text, Limits.USUAL);
        assertThat(compilation.expression()).as("%s: %s", text, compilation).isPresent();
        return compilation.expression().orElseThrow();
    }

    static Rejected<?> rejected(Dialect dialect, String text) {
        Compilation<JsonPath> compilation = JsonPath.compile(dialect, text, Limits.USUAL);
        assertThat(compilation).as(text).isInstanceOf(Rejected.class);
        return (Rejected<?>) compilation;
    }

    static Evaluation select(JsonPath path, JsonValue root) {
        Document document = Document.of(root);
        return path.select(document, Budget.of(document));
    }

    static Evaluation matches(JsonPath path, JsonValue root) {
        Document document = Document.of(root);
        return path.matches(document, Budget.of(document));
    }
}
