package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import org.fanfare.jsonpath.RequirementCollector.Ending;
import org.fanfare.trait.Place;

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

    /** The name if this is just a member of the current value, otherwise null. */
    String ownMember() {
        return origin == Origin.CURRENT
                        && single
                        && steps instanceof Steps.Child child
                        && child.next() == Steps.END
                        && child.selectors().get(0) instanceof Selector.Name member
                ? member.name()
                : null;
    }

    @Override
    public void require(Place current, Ending ending, RequirementCollector into) {
        Place place = origin == Origin.ROOT ? Place.DOCUMENT : current;
        Steps rest = steps;
        while (place != null && rest != Steps.END) {
            place = rest.reachFirst(place, into);
            rest = rest.next();
        }
        if (place != null) {
            into.add(ending.at(place));
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
