package org.fanfare.cesql;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fanfare.cesql.Evaluation.Reason;

/** A part of an expression. Its printed form is the same for all parts that mean the same but for blanks and spelling. */
sealed interface Node {

    /** The value; if the run has failed, what the specification gives in its place. */
    Value evaluate(Run run);

    Outlook outlook();

    String print();

    record Literal(Value value) implements Node {
        @Override
        public Value evaluate(Run run) {
            run.charge(1);
            return value;
        }

        @Override
        public Outlook outlook() {
            return Outlook.NONE;
        }

        @Override
        public String print() {
            return value instanceof Value.Text text ? quoted(text.text()) : value.text();
        }
    }

    record Attribute(String name) implements Node {
        @Override
        public Value evaluate(Run run) {
            run.charge(1);
            return run.attribute(name);
        }

        @Override
        public Outlook outlook() {
            return Outlook.of(Facts.present(name));
        }

        @Override
        public String print() {
            return name;
        }
    }

    record Exists(String name) implements Node {
        @Override
        public Value evaluate(Run run) {
            run.charge(1);
            return Value.Truth.of(run.has(name));
        }

        @Override
        public Outlook outlook() {
            return new Outlook(Facts.NONE, Facts.present(name), Facts.NONE);
        }

        @Override
        public String print() {
            return "EXISTS " + name;
        }
    }

    record Not(Node operand) implements Node {
        @Override
        public Value evaluate(Run run) {
            run.charge(1);
            boolean holds = run.truth(operand.evaluate(run));
            return Value.Truth.of(!holds && !run.failed());
        }

        @Override
        public Outlook outlook() {
            return operand.outlook().negated();
        }

        @Override
        public String print() {
            return "NOT " + operand.print();
        }
    }

    record Minus(Node operand) implements Node {
        @Override
        public Value evaluate(Run run) {
            run.charge(1);
            int number = run.whole(operand.evaluate(run));
            return run.failed() ? Value.Whole.ZERO : Arithmetic.MINUS.apply(0, number, run);
        }

        @Override
        public Outlook outlook() {
            return Outlook.of(operand.outlook().always());
        }

        @Override
        public String print() {
            return "- " + operand.print();
        }
    }

    /** A call; that a function is not there is found out when it is called, as the specification wants it. */
    record Call(String name, Optional<Function> function, List<Node> arguments) implements Node {
        @Override
        public Value evaluate(Run run) {
            run.charge(1);
            if (function.isEmpty()) {
                String what = "There is no function %s with %d arguments.".formatted(name, arguments.size());
                return run.fail(Reason.MISSING_FUNCTION, what, Value.Truth.FALSE);
            }
            List<Value> values = new ArrayList<>(arguments.size());
            for (Node argument : arguments) {
                values.add(argument.evaluate(run));
                if (run.failed()) {
                    return function.get().zero();
                }
            }
            return function.get().call(values, run);
        }

        @Override
        public Outlook outlook() {
            Facts facts = Facts.NONE;
            for (Node argument : arguments) {
                facts = facts.and(argument.outlook().always());
            }
            return Outlook.of(facts);
        }

        @Override
        public String print() {
            return arguments.stream().map(Node::print).collect(joining(", ", name + "(", ")"));
        }
    }

    /**
     * Operators of one rank, applied from left to right. It is one part however many there are: a tree as deep as the
     * expression is long would be too much for the stack.
     */
    record Chain(Node first, Rank rank, List<Link> links) implements Node {
        @Override
        public Value evaluate(Run run) {
            Value value = first.evaluate(run);
            for (Link link : links) {
                run.charge(1);
                value = run.failed() ? link.zero() : link.apply(value, run);
            }
            return value;
        }

        @Override
        public Outlook outlook() {
            Outlook outlook = first.outlook();
            Node left = first;
            for (Link link : links) {
                outlook = link.outlook(outlook, left);
                left = this;
            }
            return outlook;
        }

        @Override
        public String print() {
            return links.stream().map(Link::print).collect(joining(" ", "(" + first.print() + " ", ")"));
        }
    }

    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
