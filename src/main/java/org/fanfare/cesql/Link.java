package org.fanfare.cesql;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An operator and what stands to the right of it. */
sealed interface Link {

    /** The attributes that are strings in every event; of others, equal may mean equal once cast. */
    Set<String> ALWAYS_STRINGS =
            Set.of("id", "source", "type", "subject", "specversion", "time", "datacontenttype", "dataschema");

    /** Applies it; the run has not failed so far. */
    Value apply(Value left, Run run);

    /** What it gives in place of a value if the left side failed. */
    default Value zero() {
        return Value.Truth.FALSE;
    }

    /** @param operand what is to the left of it */
    Outlook outlook(Outlook left, Node operand);

    String print();

    record Sum(Arithmetic operator, Node right) implements Link {
        @Override
        public Value apply(Value left, Run run) {
            Value value = right.evaluate(run);
            if (run.failed()) {
                return zero();
            }
            int one = run.whole(left);
            int other = run.whole(value);
            return run.failed() ? zero() : operator.apply(one, other, run);
        }

        @Override
        public Value zero() {
            return Value.Whole.ZERO;
        }

        @Override
        public Outlook outlook(Outlook left, Node operand) {
            return left.with(right.outlook());
        }

        @Override
        public String print() {
            return operator.sign() + " " + right.print();
        }
    }

    record Compare(Comparison operator, Node right) implements Link {
        @Override
        public Value apply(Value left, Run run) {
            Value value = right.evaluate(run);
            return run.failed() ? zero() : operator.apply(left, value, run);
        }

        @Override
        public Outlook outlook(Outlook left, Node operand) {
            Outlook both = left.with(right.outlook());
            Optional<Facts> equal = operator.isOfEquality() ? equality(operand, right) : Optional.empty();
            if (equal.isEmpty()) {
                return both;
            }
            Outlook told = new Outlook(both.always(), equal.get(), both.always());
            return operator == Comparison.EQUAL ? told : told.negated();
        }

        private static Optional<Facts> equality(Node left, Node right) {
            Optional<Facts> straight = oneOf(left, List.of(right));
            return straight.isPresent() ? straight : oneOf(right, List.of(left));
        }

        @Override
        public String print() {
            return operator.sign() + " " + right.print();
        }
    }

    record Decide(Logic operator, Node right) implements Link {
        @Override
        public Value apply(Value left, Run run) {
            boolean holds = run.truth(left);
            if (run.failed() || operator.isDecidedBy(holds)) {
                return Value.Truth.of(holds && !run.failed());
            }
            boolean other = run.truth(right.evaluate(run));
            return Value.Truth.of(!run.failed() && operator.apply(holds, other));
        }

        @Override
        public Outlook outlook(Outlook left, Node operand) {
            return operator.outlook(left, right.outlook());
        }

        @Override
        public String print() {
            return operator + " " + right.print();
        }
    }

    record Like(boolean negated, Pattern pattern) implements Link {
        @Override
        public Value apply(Value left, Run run) {
            return Value.Truth.of(pattern.matches(run.text(left), run) != negated);
        }

        @Override
        public Outlook outlook(Outlook left, Node operand) {
            return Outlook.of(left.always());
        }

        @Override
        public String print() {
            return (negated ? "NOT LIKE " : "LIKE ") + Node.quoted(pattern.literal());
        }
    }

    record In(boolean negated, List<Node> set) implements Link {
        @Override
        public Value apply(Value left, Run run) {
            boolean found = false;
            for (int i = 0; i < set.size() && !found; i++) {
                Value element = set.get(i).evaluate(run);
                found = !run.failed() && Comparison.areEqual(element, left, run);
                if (run.failed()) {
                    return zero();
                }
            }
            return Value.Truth.of(found != negated);
        }

        @Override
        public Outlook outlook(Outlook left, Node operand) {
            Outlook plain = left.with(set.get(0).outlook());
            Optional<Facts> found = oneOf(operand, set);
            if (found.isEmpty()) {
                return plain;
            }
            Outlook told = new Outlook(plain.always(), found.get(), plain.always());
            return negated ? told.negated() : told;
        }

        @Override
        public String print() {
            return set.stream().map(Node::print).collect(joining(", ", negated ? "NOT IN (" : "IN (", ")"));
        }
    }

    /** What is known if the attribute equals one of these, if it is one and these are strings. */
    private static Optional<Facts> oneOf(Node attribute, List<Node> literals) {
        if (!(attribute instanceof Node.Attribute named) || !ALWAYS_STRINGS.contains(named.name())) {
            return Optional.empty();
        }
        Set<String> values = new LinkedHashSet<>();
        for (Node literal : literals) {
            if (!(literal instanceof Node.Literal constant) || !(constant.value() instanceof Value.Text text)) {
                return Optional.empty();
            }
            values.add(text.text());
        }
        return Optional.of(Facts.oneOf(named.name(), values));
    }
}
