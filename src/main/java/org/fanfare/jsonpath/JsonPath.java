package org.fanfare.jsonpath;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.fanfare.jsonpath.Evaluation.Found;
import org.fanfare.jsonpath.Evaluation.Nothing;
import org.fanfare.jsonpath.Evaluation.Reason;
import org.fanfare.syntax.Compilation;
import org.fanfare.syntax.Limits;
import org.fanfare.syntax.SyntaxFault;
import org.fanfare.trait.Requirements;
import org.fanfare.trait.Trait;

/** A compiled expression. Immutable and thread-safe; equal if it means the same in the same dialect, however written. */
public final class JsonPath {

    private final Dialect dialect;
    private final String text;
    private final Path path;
    private final int hash;

    private JsonPath(Dialect dialect, String text, Path path) {
        this.dialect = dialect;
        this.text = text;
        this.path = path;
        this.hash = canonical().hashCode();
    }

    /** Compiles a text that is said to be of that dialect. What is beyond the limits is rejected. */
    public static Compilation<JsonPath> compile(Dialect dialect, String text, Limits limits) {
        requireNonNull(dialect, "dialect");
        return compile(
                dialect, text, limits, dialect == Dialect.RFC9535 ? Rfc9535Parser::parse : Jsonpath2Parser::parse);
    }

    /**
     * Compiles a text of unknown dialect, and the answer's path knows in which it was understood: jsonpath2 first; then
     * a member name without {@code $}, as Pacifica's own examples have it, which is jsonpath2, too; then RFC 9535. If all
     * refuse, jsonpath2's reason is given.
     */
    public static Compilation<JsonPath> detect(String text, Limits limits) {
        Compilation<JsonPath> asJsonpath2 = read(Dialect.JSONPATH2, text, limits);
        Compilation<JsonPath> asStandard = compile(Dialect.RFC9535, text, limits);
        return asJsonpath2.expression().isEmpty() && asStandard.expression().isPresent() ? asStandard : asJsonpath2;
    }

    /**
     * Compiles a text that is said to be of that dialect, as subscriptions have it: as {@link #compile}, but jsonpath2's
     * may be a member name without {@code $}, too.
     */
    public static Compilation<JsonPath> read(Dialect dialect, String text, Limits limits) {
        Compilation<JsonPath> compilation = compile(dialect, text, limits);
        if (dialect != Dialect.JSONPATH2 || compilation.expression().isPresent()) {
            return compilation;
        }
        Compilation<JsonPath> bare = compile(dialect, text, limits, Jsonpath2Parser::parseBareName);
        return bare.expression().isPresent() ? bare : compilation;
    }

    private static Compilation<JsonPath> compile(Dialect dialect, String text, Limits limits, Parser parser) {
        return Compilation.of(text, limits, some -> new JsonPath(dialect, some, parser.parse(some, limits)));
    }

    /** Whether the expression selects anything; stops at the first value, which is the only one in the answer. */
    public Evaluation matches(Document document, Budget budget) {
        return evaluate(document, budget, true);
    }

    /** All values the expression selects. */
    public Evaluation select(Document document, Budget budget) {
        return evaluate(document, budget, false);
    }

    private Evaluation evaluate(Document document, Budget budget, boolean first) {
        if (document.isTooDeep()) {
            String sentence = "The document is nested more than %d levels deep.".formatted(Document.MAX_DEPTH);
            return new Evaluation.Faulted(Reason.DEPTH, sentence);
        }
        List<JsonValue> found = new ArrayList<>(first ? 1 : 10);
        try {
            path.walk(document.root(), new Run(document.root(), budget), (value, run) -> {
                found.add(value);
                budget.checkResults(found.size());
                return first;
            });
        } catch (EvaluationFault fault) {
            return fault.faulted();
        }
        return found.isEmpty() ? Nothing.NOTHING : new Found(List.copyOf(found));
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The text as it was sent. */
    public String text() {
        return text;
    }

    /**
     * The one form in which expressions that mean the same, but for blanks and spelling, are the same. Made anew each time,
     * as it is longer than all the rest and hardly ever asked for.
     */
    public String canonical() {
        return Printer.print(dialect, path);
    }

    /**
     * What can be told of the documents that match; worked out anew each time, and always the same.
     *
     * <p>"Does not match" includes a fault: a document that would make the evaluation break down may lack what is
     * required, and it is cheaper and no less true to call that no match. On a document with all that suffices, evaluation
     * breaks down only where the document is too deep or steps run out.
     */
    public Requirements requirements() {
        RequirementCollector requirements = new RequirementCollector();
        path.require(Here.ROOT, Trait.Present::new, requirements);
        return requirements.collected();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof JsonPath that
                        && dialect == that.dialect
                        && hash == that.hash
                        && canonical().equals(that.canonical());
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return text;
    }

    /** Reads a text or leaves with a {@link SyntaxFault}. */
    private interface Parser {
        Path parse(String text, Limits limits);
    }
}
