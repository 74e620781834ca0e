package org.fanfare.jayway;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.EvaluationListener.EvaluationContinuation;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.fanfare.jayway.Evaluation.Faulted;
import org.fanfare.jayway.Evaluation.Found;
import org.fanfare.jayway.Evaluation.Nothing;
import org.fanfare.jayway.Evaluation.Reason;
import org.fanfare.syntax.Compilation;
import org.fanfare.syntax.Limits;
import org.fanfare.syntax.SyntaxFault;

/** A compiled path of the Jayway dialect. Immutable and thread-safe; equal if its text is. */
public final class JaywayPath {

    /** Characters of paths to values that the library writes down. */
    private static final long MAX_ADDRESSES = 50_000_000;
    /** Characters of filters times values; some three seconds. */
    private static final long MAX_WORK = 200_000_000;
    /** Steps of regular expressions over all strings. */
    private static final double MAX_MATCHING = 10_000_000;

    private static final int MAX_DIGITS = 1000;
    private static final PlainJson PLAIN = new PlainJson();

    private final String text;
    private final Draft draft;
    private final JsonPath path;

    private JaywayPath(String text, Draft draft) {
        this.text = text;
        this.draft = draft;
        this.path = JsonPath.compile(draft.text());
    }

    /** Compiles a text within the usual limits. */
    public static Compilation<JaywayPath> compile(String text) {
        return compile(text, Limits.USUAL);
    }

    /** Compiles a text, if its evaluation is bounded; it recurses as deeply as the text is nested. */
    public static Compilation<JaywayPath> compile(String text, Limits limits) {
        return Compilation.of(text, limits, some -> parse(some, limits));
    }

    private static JaywayPath parse(String text, Limits limits) {
        Draft draft = new Draft();
        new PathReader(new Cursor(text, limits.nesting()), draft).whole();
        try {
            return new JaywayPath(text, draft);
        } catch (JsonPathException refused) {
            throw SyntaxFault.unacceptable("the library refuses it", 0, "a path that it reads");
        }
    }

    /** Whether the path selects anything; stops at the first value, which is the only one in the answer. */
    public Evaluation matches(JaywayTree tree) {
        return select(tree, 1);
    }

    /** The first values the path selects, at most so many. */
    public Evaluation select(JaywayTree tree, int most) {
        Evaluation refusal = refusal(tree);
        if (refusal != null || tree.root() == null) {
            return refusal == null ? Nothing.NOTHING : refusal;
        }
        try {
            List<Object> values = read(tree.root(), most);
            return values.isEmpty() ? Nothing.NOTHING : new Found(values);
        } catch (InvalidPathException nothingThere) {
            return Nothing.NOTHING; // no such member, or a filter on what has none
        } catch (RuntimeException broken) {
            return new Faulted(
                    Reason.BROKEN,
                    "The path cannot be evaluated on this document: a function or an operator"
                            + " meets values that it is not made for.");
        }
    }

    /** Why the path is not evaluated on the document, or null: what it costs must be bounded beforehand. */
    private Evaluation refusal(JaywayTree tree) {
        if (tree.isTooDeep()) {
            return new Faulted(
                    Reason.DEPTH, "The document is nested more than %d levels deep.".formatted(JaywayTree.MAX_DEPTH));
        }
        boolean isTooMuch = draft.hasFilter() && (long) text.length() * tree.values() > MAX_WORK;
        if (isTooMuch || tree.addresses() > MAX_ADDRESSES) {
            return new Faulted(Reason.SIZE, "The path may take too long on a document of this size.");
        }
        if (draft.hasFilter() && tree.digits() > MAX_DIGITS) {
            return new Faulted(Reason.SIZE, "The document has a string of more than %d digits.".formatted(MAX_DIGITS));
        }
        for (Regex regex : draft.regexes()) {
            if (tree.cost(regex::cost) > MAX_MATCHING) {
                return new Faulted(
                        Reason.PATTERN, "%s may take too long on this document's strings.".formatted(regex.source()));
            }
        }
        return null;
    }

    private List<Object> read(Object root, int most) {
        if (draft.isFunction()) {
            Object result = path.read(root, configuration(Integer.MAX_VALUE));
            Object value = result instanceof Collection<?> keys ? new ArrayList<>(keys) : result;
            return value == null ? List.of() : Collections.singletonList(value);
        }
        // a path with ".." remembers positions in arrays from one evaluation for the next
        JsonPath own = draft.descends() ? JsonPath.compile(draft.text()) : path;
        List<Object> found = own.read(root, configuration(most));
        return found.size() > most ? found.subList(0, most) : found;
    }

    /** Ours alone: the library's defaults can be changed by anyone in the server. */
    private Configuration configuration(int most) {
        Configuration.ConfigurationBuilder builder =
                Configuration.builder().jsonProvider(PLAIN).mappingProvider(PLAIN);
        if (!draft.isFunction()) {
            // results of paths in filters that begin with '@' are not ours to count, those with '$' are one each
            builder.options(Option.ALWAYS_RETURN_LIST)
                    .evaluationListener(result -> result.path().startsWith("$") && result.index() + 1 >= most
                            ? EvaluationContinuation.ABORT
                            : EvaluationContinuation.CONTINUE);
        }
        return builder.build();
    }

    /** The text as it was sent. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JaywayPath that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
