package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import org.fanfare.jsonpath.RequirementCollector.Ending;
import org.fanfare.trait.Trait;

/** A way through a document: from its root or from the current value, along steps. */
final class Path implements Operand {

    /** Where a path begins. */
    enum Origin {
        ROOT("$"),
        CURRENT("@");

        private final String sign;

        Origin(String sign) {
            this.sign = sign;
        }
    }

    private final Origin origin;
    private final Steps steps;
    private final boolean single;

    Path(Origin origin, Steps steps) {
        this.origin = origin;
        this.steps = steps;
        this.single = steps.isSingle();
    }

    Origin origin() {
        return origin;
    }

    Steps steps() {
        return steps;
    }

    @Override
    public boolean isSingle() {
        return single;
    }

    @Override
    public JsonValue single(JsonValue current, Run run) {
        JsonValue value = origin == Origin.ROOT ? run.root() : current;
        Steps rest = steps;
        while (value != null && rest instanceof Steps.Child child) {
            run.budget().step();
            value = child.selectors().get(0).single(value);
            rest = child.next();
        }
        return value;
    }

    boolean exists(JsonValue current, Run run) {
        if (single) {
            return single(current, run) != null;
        }
        return origin == Origin.ROOT ? run.exists(this) : walk(current, run, Sink.FIRST);
    }

    @Override
    public boolean each(JsonValue current, Run run, Sink sink) {
        if (single) {
            JsonValue value = single(current, run);
            return value != null && sink.accept(value, run);
        }
        return origin == Origin.ROOT ? run.eachKnown(this, sink) : walk(current, run, sink);
    }

    /** Goes the way from {@code start}, whatever the origin. */
    boolean walk(JsonValue start, Run run, Sink sink) {
        return steps.visit(start, run, sink);
    }

    /** What members the current value must have for this to select a scalar of that key, or {@link Trait#ANYTHING}. */
    Members members(Object key) {
        if (origin == Origin.ROOT) {
            return Members.NONE;
        }
        boolean isOwnMember = steps instanceof Steps.Child child && child.next() == Steps.END && single;
        Members some = steps.members();
        return isOwnMember && !some.isNone() ? Members.of(some.keys().firstKey(), key) : some;
    }

    @Override
    public void require(Here current, Ending ending, RequirementCollector into) {
        RequirementCollector whole = origin == Origin.ROOT ? into.apart() : into;
        RequirementCollector part = whole;
        Here here = (origin == Origin.ROOT ? Here.ROOT : current).with(steps.members());
        for (Steps rest = steps; here != null && rest != Steps.END; rest = rest.next()) {
            if (part == whole && rest.isForking()) {
                part = whole.amongSeveral();
            }
            here = rest.reachFirst(here, part);
        }
        if (here != null) {
            here.require(ending, part);
        }
        if (part != whole) {
            whole.addAmongSeveral(part);
        }
    }

    @Override
    public void print(Printer out) {
        out.text(origin.sign);
        Steps rest = steps;
        while (rest != Steps.END) {
            rest = rest.printFirst(out);
        }
    }
}
