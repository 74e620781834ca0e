package org.fanfare.cesql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fanfare.cesql.Token.Kind;

/** Reads an operator and what stands to the right of it. */
final class Operators {

    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "=", Comparison.EQUAL,
            "!=", Comparison.NOT_EQUAL,
            "<>", Comparison.NOT_EQUAL,
            "<", Comparison.LESS,
            "<=", Comparison.AT_MOST,
            ">", Comparison.GREATER,
            ">=", Comparison.AT_LEAST);

    private static final Map<String, Arithmetic> SUMS = Map.of("+", Arithmetic.PLUS, "-", Arithmetic.MINUS);
    private static final Map<String, Arithmetic> PRODUCTS =
            Map.of("*", Arithmetic.TIMES, "/", Arithmetic.DIVIDED_BY, "%", Arithmetic.MODULO);

    private final Parser parser;

    Operators(Parser parser) {
        this.parser = parser;
    }

    /** The operator of that rank that stands here, if one does. */
    Optional<Link> next(Rank rank) {
        return switch (rank) {
            case LOGIC -> logic();
            case COMPARISON -> sign(COMPARISONS).map(sign -> new Link.Compare(sign, right(rank)));
            case SUM -> sign(SUMS).map(sign -> new Link.Sum(sign, right(rank)));
            case PRODUCT -> sign(PRODUCTS).map(sign -> new Link.Sum(sign, right(rank)));
            case LIKE_AND_IN -> likeOrIn();
        };
    }

    private <T> Optional<T> sign(Map<String, T> signs) {
        Token token = parser.peek();
        return token.kind() == Kind.SIGN && signs.containsKey(token.text())
                ? Optional.of(signs.get(parser.take().text()))
                : Optional.empty();
    }

    private Node right(Rank rank) {
        return parser.ranked(rank.next());
    }

    private Optional<Link> logic() {
        for (Logic logic : Logic.values()) {
            if (parser.skipWord(logic.name())) {
                return Optional.of(new Link.Decide(logic, right(Rank.LOGIC)));
            }
        }
        return Optional.empty();
    }

    private Optional<Link> likeOrIn() {
        boolean notLike = parser.skipNotBefore("LIKE");
        if (parser.skipWord("LIKE")) {
            return Optional.of(new Link.Like(notLike, pattern()));
        }
        boolean notIn = parser.skipNotBefore("IN");
        return parser.peek().isWord("IN") ? Optional.of(new Link.In(notIn, set(parser.take()))) : Optional.empty();
    }

    private Pattern pattern() {
        if (parser.peek().kind() != Kind.STRING) {
            throw parser.insteadOf("a pattern in quotes");
        }
        return new Pattern(parser.take().text());
    }

    private List<Node> set(Token in) {
        if (!parser.skip("(")) {
            throw parser.insteadOf("'(' and the values behind IN");
        }
        return parser.nested(in, parser::list);
    }
}
