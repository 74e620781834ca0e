package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.fanfare.jsonpath.Evaluation.Reason;

/** One evaluation of one expression: the document's root, what may still be spent, and what is known already. */
final class Run {

    /**
     * Evaluation is recursive: along the path, down the document and into filters. This many levels at once fit in
     * half a megabyte of stack with room to spare.
     */
    static final int MAX_LEVELS = 600;

    private final JsonValue root;
    private final Budget budget;
    private int level;
    /** Paths from the root select the same wherever they stand in a filter: without this, filters become quadratic. */
    private Map<Path, Values> known;

    private Map<Path, Boolean> existing;
    private Map<String, IRegexp> regexps;

    Run(JsonValue root, Budget budget) {
        this.root = root;
        this.budget = budget;
    }

    JsonValue root() {
        return root;
    }

    Budget budget() {
        return budget;
    }

    void enter() {
        budget.step();
        if (++level > MAX_LEVELS) {
            throw new EvaluationFault(
                    Reason.DEPTH,
                    "The expression goes more than %d levels deep into this document.".formatted(MAX_LEVELS));
        }
    }

    void leave() {
        level--;
    }

    boolean exists(Path fromRoot) {
        if (existing == null) {
            existing = new IdentityHashMap<>();
        }
        Boolean exists = existing.get(fromRoot);
        if (exists == null) {
            exists = fromRoot.walk(root, this, Sink.FIRST);
            existing.put(fromRoot, exists);
        }
        return exists;
    }

    boolean eachKnown(Path fromRoot, Sink sink) {
        if (known == null) {
            known = new IdentityHashMap<>();
        }
        Values values = known.get(fromRoot);
        if (values == null) {
            values = collect(fromRoot);
            known.put(fromRoot, values);
        }
        for (JsonValue value : values.found) {
            budget.step();
            if (sink.accept(value, this)) {
                return true;
            }
        }
        if (values.end != null) {
            throw values.end;
        }
        return false;
    }

    /** The compiled form of a pattern that stands in the document. */
    IRegexp regexp(String pattern) {
        if (regexps == null) {
            regexps = new HashMap<>();
        }
        IRegexp regexp = regexps.get(pattern);
        if (regexp == null) {
            budget.charge(pattern.length());
            regexp = IRegexp.compile(pattern);
            budget.charge(regexp.size());
            regexps.put(pattern, regexp);
        }
        return regexp;
    }

    private Values collect(Path fromRoot) {
        List<JsonValue> found = new ArrayList<>();
        int before = level;
        try {
            fromRoot.walk(root, this, (value, run) -> {
                found.add(value);
                return false;
            });
        } catch (EvaluationFault fault) {
            if (!fault.reason().isOfExpression()) {
                throw fault;
            }
            level = before;
            return new Values(found, fault);
        }
        return new Values(found, null);
    }

    /** Values found, and the fault after them if there was one: who stops before it must not be hit by it. */
    private record Values(List<JsonValue> found, EvaluationFault end) {}
}
