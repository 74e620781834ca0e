package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import java.util.List;
import org.fanfare.trait.Place;

/** The rest of a way: the step at hand and, behind it, all further ones. A value that comes to the end is selected. */
sealed interface Steps extends Visitor {

    Steps END = new End();

    /** Whether there is one selector in each step and none selects more than one value. */
    boolean isSingle();

    /** What is behind the step at hand; at the end the end. */
    Steps next();

    /**
     * Where the values stand that the step at hand chooses at values that stand at {@code here}, or null if they are not
     * values of the document. Adds what must be so if it chooses any.
     */
    Place reachFirst(Place here, RequirementCollector into);

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
        public Place reachFirst(Place here, RequirementCollector into) {
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
        public Place reachFirst(Place here, RequirementCollector into) {
            return selectors.size() == 1 ? selectors.get(0).reach(here, into) : reachOfUnion(here);
        }

        /** What one selector requires another need not, so that only the place is left to tell. */
        private Place reachOfUnion(Place here) {
            Place all = here.each();
            for (Selector selector : selectors) {
                Place place = selector.reach(here, new RequirementCollector());
                if (place == null) {
                    return null;
                }
                all = place.equals(here) ? here.below() : all;
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
        public Place reachFirst(Place here, RequirementCollector into) {
            return here.below();
        }

        @Override
        public Steps printFirst(Printer out) {
            out.text("..");
            return step;
        }
    }
}
