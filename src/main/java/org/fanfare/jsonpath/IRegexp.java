package org.fanfare.jsonpath;

import org.fanfare.jsonpath.Evaluation.Reason;
import org.fanfare.syntax.SyntaxFault;

/** A regular expression of RFC 9485. A text that is none matches nothing, as RFC 9535, section 2.4.6, wants it. */
final class IRegexp {

    private static final IRegexp INVALID = new IRegexp(null, false);
    private static final IRegexp TOO_LARGE = new IRegexp(null, true);

    private final Automaton automaton;
    private final boolean tooLarge;

    private IRegexp(Automaton automaton, boolean tooLarge) {
        this.automaton = automaton;
        this.tooLarge = tooLarge;
    }

    static IRegexp compile(String pattern) {
        try {
            return new IRegexp(Automaton.of(IRegexpParser.parse(pattern)), false);
        } catch (SyntaxFault fault) {
            return INVALID;
        } catch (EvaluationFault fault) {
            return TOO_LARGE;
        }
    }

    /** How large it has become; counted repetitions can make much of little. */
    int size() {
        return automaton == null ? 1 : automaton.size();
    }

    boolean matches(String text, boolean whole, Budget budget) {
        if (tooLarge) {
            throw tooLarge();
        }
        return automaton != null && automaton.matches(text, whole, budget);
    }

    static EvaluationFault tooLarge() {
        return new EvaluationFault(Reason.PATTERN, "A regular expression of the expression is too large.");
    }
}
