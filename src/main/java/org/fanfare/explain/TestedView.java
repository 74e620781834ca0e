package org.fanfare.explain;

import jakarta.json.JsonArray;
import org.fanfare.filter.Excerpt;
import org.fanfare.filter.Verdict;

/**
 * What an expression made of a document or an event.
 *
 * @param dialect what the expression was taken for; left out if there were filters instead
 * @param values the first that it selects; left out if it is not JSONPath
 * @param truncated whether it selects more; left out if not
 * @param micros how long the test took, this once
 * @param fault where it broke down; left out if it did not
 */
public record TestedView(
        boolean matched, String dialect, JsonArray values, Boolean truncated, long steps, long micros, String fault) {

    static TestedView of(String dialect, Verdict verdict, Excerpt values, long steps, long micros) {
        return new TestedView(
                verdict.isMatch(),
                dialect,
                values == null ? null : ExplanationJson.of(values),
                values != null && values.truncated() ? true : null,
                steps,
                micros,
                verdict instanceof Verdict.Broken broken ? broken.sentence() : null);
    }
}
