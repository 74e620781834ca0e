package org.fanfare.cesql;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.LongConsumer;
import org.fanfare.syntax.Compilation;
import org.fanfare.syntax.Limits;

/** A compiled expression. Immutable and thread-safe; equal if it means the same, however written. */
public final class Cesql {

    /** What an evaluation may cost; a filter takes some ten. */
    public static final long MAX_STEPS = 250_000;

    private final String text;
    private final Node root;
    private final String canonical;
    private final Facts necessary;

    private Cesql(String text, Node root) {
        this.text = text;
        this.root = root;
        this.canonical = root.print();
        this.necessary = root.outlook().whenTrue();
    }

    /** Compiles a text within the usual limits. */
    public static Compilation<Cesql> compile(String text) {
        return compile(text, Limits.USUAL);
    }

    /** Compiles a text; an evaluation recurses as deeply as it is nested. */
    public static Compilation<Cesql> compile(String text, Limits limits) {
        return Compilation.of(text, limits, some -> new Cesql(some, Parser.parse(some, limits.nesting())));
    }

    /**
     * Evaluates the expression on an event.
     *
     * @param attributes the event's, by name; what is neither string, number nor boolean is as good as not there
     * @param maxSteps parts of the expression evaluated, and texts handled, 32 characters each
     */
    public Evaluation evaluate(JsonObject attributes, long maxSteps) {
        return evaluate(attributes, maxSteps, spent -> {});
    }

    /** The same, and tells how many steps it took; more than {@code maxSteps} if those were too few. */
    public Evaluation evaluate(JsonObject attributes, long maxSteps, LongConsumer spent) {
        Run run = new Run(attributes, maxSteps);
        try {
            Evaluation evaluation = run.outcome(root.evaluate(run));
            spent.accept(run.spent());
            return evaluation;
        } catch (Run.StepsExceeded exceeded) {
            spent.accept(maxSteps + 1);
            return exceeded.faulted();
        }
    }

    /** The text as it was sent. */
    public String text() {
        return text;
    }

    /** The one form in which expressions that mean the same, but for blanks and spelling, are the same. */
    public String canonical() {
        return canonical;
    }

    /**
     * Values of attributes without which no event matches: all of these hold for every event that does, provided that the
     * attributes that CloudEvents defines are strings. An event for which they hold may still not match.
     */
    public List<OneOf> equalities() {
        return necessary.equalities();
    }

    /** Attributes without which no event matches; those of the {@linkplain #equalities equalities} are among them. */
    public List<String> required() {
        return List.copyOf(necessary.present());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cesql that && canonical.equals(that.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
