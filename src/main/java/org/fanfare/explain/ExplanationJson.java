package org.fanfare.explain;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.fanfare.filter.Condition;
import org.fanfare.filter.Excerpt;
import org.fanfare.filter.Explanation;
import org.fanfare.filter.Verdict;
import org.fanfare.wire.JsonText;

/** Explanations as they are answered. */
final class ExplanationJson {

    private ExplanationJson() {}

    static JsonArray of(Excerpt excerpt) {
        return JsonText.JSON.createArrayBuilder(excerpt.values()).build();
    }

    static JsonArray of(List<Condition> conditions) {
        JsonArrayBuilder array = JsonText.JSON.createArrayBuilder();
        conditions.forEach(condition -> array.add(of(condition)));
        return array.build();
    }

    /** A filter with its own verdict, and its parts with theirs. */
    static JsonObject of(Explanation explanation) {
        JsonObjectBuilder json = outline(explanation);
        if (explanation instanceof Explanation.OfText text) {
            json.add("conditions", of(text.conditions()));
            if (!text.values().values().isEmpty()) {
                json.add("values", of(text.values()));
                addIfTrue(json, "truncated", text.values().truncated());
            }
        }
        return json.build();
    }

    /** The same without what is told beside it, if it is the filter as a whole that is an expression. */
    static JsonObjectBuilder outline(Explanation explanation) {
        JsonObjectBuilder json = JsonText.JSON.createObjectBuilder();
        String dialect = explanation.dialect().wireName();
        json.add("dialect", dialect).add("matched", explanation.verdict().isMatch());
        if (explanation instanceof Explanation.OfParts composed) {
            JsonArrayBuilder parts = JsonText.JSON.createArrayBuilder();
            composed.parts().forEach(part -> parts.add(of(part)));
            json.add("parts", parts);
        } else if (explanation instanceof Explanation.OfAttributes attributes) {
            JsonObjectBuilder texts = JsonText.JSON.createObjectBuilder();
            attributes.filter().texts().forEach(texts::add);
            json.add("filter", JsonText.JSON.createObjectBuilder().add(dialect, texts));
            json.add("found", attributes.found());
        } else if (explanation instanceof Explanation.OfText text) {
            json.add("filter", JsonText.JSON.createObjectBuilder().add(dialect, text.text()));
            text.note().ifPresent(note -> json.add("note", note));
        }
        if (explanation.verdict() instanceof Verdict.Broken broken) {
            json.add("fault", broken.sentence());
        }
        return json;
    }

    private static JsonObject of(Condition condition) {
        JsonObjectBuilder json = JsonText.JSON.createObjectBuilder().add("condition", condition.text());
        condition.met().ifPresent(met -> json.add("met", met));
        json.add("found", of(condition.found()));
        addIfTrue(json, "truncated", condition.found().truncated());
        return json.build();
    }

    private static void addIfTrue(JsonObjectBuilder json, String member, boolean value) {
        if (value) {
            json.add(member, true);
        }
    }
}
