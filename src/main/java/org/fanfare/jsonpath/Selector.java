package org.fanfare.jsonpath;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.fanfare.trait.Trait;

/** Chooses values at a value, and sends each of them along the rest of the way. */
sealed interface Selector
        permits Selector.Name,
                Selector.Index,
                Selector.Wildcard,
                Selector.Self,
                Selector.Children,
                Selector.Nested,
                Slice,
                StandardSlice,
                Call {

    /** Answers whether the sink has had enough. */
    boolean select(JsonValue value, Steps next, Run run, Sink sink);

    /** Whether this can never choose more than one value, and that without looking at the rest of the document. */
    default boolean isSingle() {
        return false;
    }

    /** The value a single selector chooses, or null. */
    default JsonValue single(JsonValue value) {
        throw new IllegalStateException("not a single selector: " + this);
    }

    /** Whether this may choose several values, or others than {@link #reach} can tell. */
    default boolean isForking() {
        return true;
    }

    /** What members a value must have for this and what is {@code next} to choose anything at it. */
    default Members members(Steps next) {
        return Members.NONE;
    }

    /**
     * A value that this chooses at the value {@code here} and sends along {@code next}, or null if that is not a value of
     * the document. Adds what must be so if it chooses any. By default all that is known is that it is a child.
     */
    default Here reach(Here here, Steps next, RequirementCollector into) {
        into.cannotTell();
        return here.each();
    }

    void print(Printer out);

    /** The member of that name. Names are few, and expressions that are kept many: each name is kept once. */
    record Name(String name) implements Selector {

        public Name {
            name = name.intern();
        }

        @Override
        public boolean select(JsonValue value, Steps next, Run run, Sink sink) {
            JsonValue member = single(value);
            return member != null && next.visit(member, run, sink);
        }

        @Override
        public boolean isSingle() {
            return true;
        }

        @Override
        public JsonValue single(JsonValue value) {
            return value instanceof JsonObject object ? object.get(name) : null;
        }

        @Override
        public boolean isForking() {
            return false;
        }

        @Override
        public Members members(Steps next) {
            return next == Steps.END ? Members.of(name, Trait.ANYTHING) : Members.NONE;
        }

        @Override
        public Here reach(Here here, Steps next, RequirementCollector into) {
            return here.member(name).with(next.members());
        }

        @Override
        public void print(Printer out) {
            out.string(name);
        }
    }

    /** The element at that place, counted from the end if negative. */
    record Index(Whole index) implements Selector {
        @Override
        public boolean select(JsonValue value, Steps next, Run run, Sink sink) {
            JsonValue element = single(value);
            return element != null && next.visit(element, run, sink);
        }

        @Override
        public boolean isSingle() {
            return true;
        }

        @Override
        public JsonValue single(JsonValue value) {
            return value instanceof JsonArray array ? at(array, index.clamped()) : null;
        }

        static JsonValue at(JsonArray array, long index) {
            long place = index < 0 ? index + array.size() : index;
            return place >= 0 && place < array.size() ? array.get((int) place) : null;
        }

        @Override
        public void print(Printer out) {
            out.text(index.text());
        }
    }

    /** All members or elements. */
    record Wildcard() implements Selector {
        @Override
        public boolean select(JsonValue value, Steps next, Run run, Sink sink) {
            return next.visitChildren(value, run, sink);
        }

        @Override
        public Here reach(Here here, Steps next, RequirementCollector into) {
            return here.each().with(next.members());
        }

        @Override
        public void print(Printer out) {
            out.text("*");
        }
    }

    /** jsonpath2's filter: the value itself, whatever its kind, if the condition holds for it. */
    record Self(Condition condition) implements Selector {
        @Override
        public boolean select(JsonValue value, Steps next, Run run, Sink sink) {
            return condition.holds(value, run) && next.visit(value, run, sink);
        }

        @Override
        public boolean isForking() {
            return false;
        }

        @Override
        public Members members(Steps next) {
            return condition.members().and(next.members());
        }

        @Override
        public Here reach(Here here, Steps next, RequirementCollector into) {
            condition.require(here, into);
            return here;
        }

        @Override
        public void print(Printer out) {
            out.text("?(");
            condition.print(out);
            out.text(")");
        }
    }

    /** RFC 9535's filter: those members or elements for which the condition holds. */
    record Children(Condition condition) implements Selector {
        @Override
        public boolean select(JsonValue value, Steps next, Run run, Sink sink) {
            Visitor kept = (child, same, on) -> condition.holds(child, same) && next.visit(child, same, on);
            return kept.visitChildren(value, run, sink);
        }

        @Override
        public Here reach(Here here, Steps next, RequirementCollector into) {
            Here child = here.each().with(condition.members().and(next.members()));
            condition.require(child, into);
            return child;
        }

        @Override
        public void print(Printer out) {
            out.text("?");
            condition.print(out);
        }
    }

    /** jsonpath2's path in place of a name or index: each string it selects is a name, each integer an index. */
    record Nested(Path path) implements Selector {
        @Override
        public boolean select(JsonValue value, Steps next, Run run, Sink sink) {
            return path.each(value, run, (key, same) -> {
                JsonValue chosen = chosen(value, key);
                return chosen != null && next.visit(chosen, same, sink);
            });
        }

        private static JsonValue chosen(JsonValue value, JsonValue key) {
            if (value instanceof JsonObject object && key instanceof JsonString name) {
                return object.get(name.getString());
            }
            return value instanceof JsonArray array && Numbers.isWhole(key)
                    ? Index.at(array, Numbers.clamped(key))
                    : null;
        }

        @Override
        public Here reach(Here here, Steps next, RequirementCollector into) {
            into.cannotTell();
            path.require(here, Trait.Present::new, into);
            return here.each();
        }

        @Override
        public void print(Printer out) {
            path.print(out);
        }
    }
}
