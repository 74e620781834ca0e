package org.fanfare.cesql;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.fanfare.syntax.Compilation;
import org.fanfare.syntax.Compilation.Compiled;
import org.fanfare.syntax.Compilation.Rejected;
import org.fanfare.testing.JsonTexts;

/** Short ways to compile and evaluate. */
final class Expressions {

    static final JsonObject EVENT = JsonTexts.object("""
            {"specversion": "1.0", "id": "1", "source": "/s", "type": "t", "number": 10, "flag": true, "smile": "😀x",
             "none": null, "big": 3000000000, "text": "abc"}""");

    private Expressions() {}

    static Cesql cesql(String text) {
        Compilation<Cesql> compilation = Cesql.compile(text);
        assertThat(compilation).as(text).isInstanceOf(Compiled.class);
        return compilation.expression().orElseThrow();
    }

    static Rejected<?> rejected(String text) {
        Compilation<Cesql> compilation = Cesql.compile(text);
        assertThat(compilation).as(text).isInstanceOf(Rejected.class);
        return (Rejected<?>) compilation;
    }

    static Evaluation evaluate(String text) {
        return cesql(text).evaluate(EVENT, Cesql.MAX_STEPS);
    }

    static Object value(String text) {
        return plain(evaluate(text).value());
    }

    static Object plain(Value value) {
        if (value instanceof Value.Whole whole) {
            return whole.number();
        }
        return value instanceof Value.Truth truth ? (Object) truth.holds() : value.text();
    }
}
