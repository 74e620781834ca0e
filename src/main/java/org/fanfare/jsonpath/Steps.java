package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import java.util.List;

/** The rest of a way: the step at hand and, behind it, all further ones. A value that comes to the end is selected. */
sealed interface Steps extends Visitor {

    Steps END = new End();

    /** Whether there is one selector in each step and none selects more than one value. */
    boolean isSingle();

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
        public Steps printFirst(Printer out) {
            out.text("..");
            return step;
        }
    }
}
