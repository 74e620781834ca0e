package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import java.util.List;

/** The rest of a way: the step at hand and, behind it, all further ones. A value that comes to the end is selected. */
sealed interface Steps extends Visitor {

    Steps END = new End();

    /** Whether there is one selector in each step and none selects more than one value. */
    boolean isSingle();

    /** What is behind the step at hand; at the end the end. */
    Steps next();

    /** Whether the step at hand may choose several values, or goes different ways. */
    boolean isForking();

    /** What members a value must have for the whole way to choose anything at it; not of what it contains. */
    default Members members() {
        return Members.NONE;
    }

    /**
     * A value that the step at hand chooses at the value {@code here}, or null if that is not a value of the document.
     * Adds what must be so if it chooses any.
     */
    Here reachFirst(Here here, RequirementCollector into);

    /** Prints the step at hand and answers what is behind it: long ways are printed without recursion. */
    Steps printFirst(Printer out);

    /** No further step. */
    record End() implements Steps {
        @Override
        public boolean visit(JsonValue value, Run run, Sink sink) {
            return sink.accept(value, run);
        }

        @Override
        public boolean isSingle() {
            return true;
        }

        @Override
        public Steps next() {
            return this;
        }

        @Override
        public boolean isForking() {
            return false;
        }

        @Override
        public Here reachFirst(Here here, RequirementCollector into) {
            return here;
        }

        @Override
        public Steps printFirst(Printer out) {
            return this;
        }
    }

    /** What the selectors choose at the value itself, one selector after the other, duplicates kept. */
    record Child(List<Selector> selectors, Steps next) implements Steps {
        @Override
        public boolean visit(JsonValue value, Run run, Sink sink) {
            run.enter();
            run.budget().charge(selectors.size() - 1L);
            boolean enough = false;
            for (int i = 0; i < selectors.size() && !enough; i++) {
                enough = selectors.get(i).select(value, next, run, sink);
            }
            run.leave();
            return enough;
        }

        @Override
        public boolean isSingle() {
            Steps rest = this;
            while (rest instanceof Child child) {
                if (child.selectors.size() != 1 || !child.selectors.get(0).isSingle()) {
                    return false;
                }
                rest = child.next;
            }
            return rest == END;
        }

        @Override
        public boolean isForking() {
            return selectors.size() > 1 || selectors.get(0).isForking();
        }

        @Override
        public Members members() {
            return selectors.size() == 1 ? selectors.get(0).members(next) : Members.NONE;
        }

        @Override
        public Here reachFirst(Here here, RequirementCollector into) {
            into.deepen(1);
            return selectors.size() == 1 ? selectors.get(0).reach(here, next, into) : reachOfUnion(here, into);
        }

        /** What one selector requires another need not, so that only the place is left to tell. */
        private Here reachOfUnion(Here here, RequirementCollector into) {
            into.cannotTell();
            Here all = here.each();
            for (Selector selector : selectors) {
                Here reached = selector.reach(here, next, new RequirementCollector());
                if (reached == null) {
                    return null;
                }
                all = reached.place().equals(here.place()) ? here.below() : all;
            }
            return all;
        }

        @Override
        public Steps printFirst(Printer out) {
            out.list("[", selectors, Selector::print, ",", "]");
            return next;
        }
    }

    /** The same step at the value and at everything below it, depth first, a value before its children. */
    record Descent(Child step) implements Steps {
        @Override
        public boolean visit(JsonValue value, Run run, Sink sink) {
            run.enter();
            boolean enough = step.visit(value, run, sink) || visitChildren(value, run, sink);
            run.leave();
            return enough;
        }

        @Override
        public boolean isSingle() {
            return false;
        }

        @Override
        public Steps next() {
            return step;
        }

        @Override
        public boolean isForking() {
            return true;
        }

        @Override
        public Here reachFirst(Here here, RequirementCollector into) {
            into.deepen(Document.MAX_DEPTH + 1);
            return here.below().with(step.members());
        }

        @Override
        public Steps printFirst(Printer out) {
            out.text("..");
            return step;
        }
    }
}
