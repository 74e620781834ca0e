package org.fanfare.cesql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.fanfare.cesql.Token.Kind;
import org.fanfare.syntax.SyntaxFault;

/** Reads expressions by recursive descent; the nesting it counts bounds its own depth and that of the tree. */
final class Parser {

    private static final Set<String> KEYWORDS =
            Set.of("AND", "OR", "XOR", "NOT", "LIKE", "IN", "EXISTS", "TRUE", "FALSE");
    private static final String OPERAND = "an attribute, a literal, a function, NOT, '-', EXISTS or '('";

    private final List<Token> tokens;
    private final Operators operators = new Operators(this);
    private final int maxNesting;
    private int at;
    private int nesting;

    private Parser(List<Token> tokens, int maxNesting) {
        this.tokens = tokens;
        this.maxNesting = maxNesting;
    }

    static Node parse(String text, int maxNesting) {
        Parser parser = new Parser(Lexer.read(text), maxNesting);
        Node root = parser.expression();
        if (parser.peek().kind() != Kind.END) {
            throw parser.insteadOf("an operator or the end");
        }
        return root;
    }

    Token peek() {
        return tokens.get(at);
    }

    private Token ahead() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token take() {
        return tokens.get(at++);
    }

    boolean skip(String sign) {
        boolean found = peek().is(sign);
        at += found ? 1 : 0;
        return found;
    }

    boolean skipWord(String upperCase) {
        boolean found = peek().isWord(upperCase);
        at += found ? 1 : 0;
        return found;
    }

    /** Skips NOT if that word stands behind it. */
    boolean skipNotBefore(String upperCase) {
        return peek().isWord("NOT") && ahead().isWord(upperCase) && skipWord("NOT");
    }

    SyntaxFault insteadOf(String expected) {
        return SyntaxFault.unexpected(peek().shown(), peek().position(), expected);
    }

    Node expression() {
        return ranked(Rank.LOGIC);
    }

    /** Operators of that rank and above. */
    Node ranked(Rank rank) {
        Node first = rank == Rank.LIKE_AND_IN ? operand() : ranked(rank.next());
        List<Link> links = new ArrayList<>();
        for (Optional<Link> link = operators.next(rank); link.isPresent(); link = operators.next(rank)) {
            links.add(link.get());
        }
        if (links.isEmpty()) {
            return first;
        }
        if (first instanceof Node.Chain chain && chain.rank() == rank) {
            links.addAll(0, chain.links()); // (a AND b) OR c is a AND b OR c
            return new Node.Chain(chain.first(), rank, List.copyOf(links));
        }
        return new Node.Chain(first, rank, List.copyOf(links));
    }

    private Node operand() {
        Token token = peek();
        boolean signed = (token.is("-") || token.is("+"))
                && ahead().kind() == Kind.DIGITS
                && ahead().position() == token.position() + 1;
        if (signed) {
            return integer(take().text(), token.position());
        }
        if (skipWord("NOT")) {
            return nested(token, () -> new Node.Not(operand()));
        }
        if (skip("-")) {
            return nested(token, () -> new Node.Minus(operand()));
        }
        if (skip("(")) {
            return nested(token, () -> closed(expression()));
        }
        return skipWord("EXISTS") ? new Node.Exists(attribute()) : atom();
    }

    private Node atom() {
        Token token = peek();
        return switch (token.kind()) {
            case STRING -> new Node.Literal(new Value.Text(take().text()));
            case DIGITS -> integer("", token.position());
            case WORD -> word();
            default -> throw insteadOf(OPERAND);
        };
    }

    private Node word() {
        if (peek().isWord("TRUE") || peek().isWord("FALSE")) {
            return new Node.Literal(Value.Truth.of(take().isWord("TRUE")));
        }
        if (KEYWORDS.contains(peek().upper())) {
            throw insteadOf(OPERAND);
        }
        return ahead().is("(") ? call() : new Node.Attribute(attribute());
    }

    private Node call() {
        Token name = take();
        if (name.text().startsWith("_") || name.text().chars().anyMatch(unit -> '0' <= unit && unit <= '9')) {
            throw SyntaxFault.unexpected(name.shown(), name.position(), "a function's name of letters and '_'");
        }
        take();
        List<Node> arguments = skip(")") ? List.of() : nested(name, this::list);
        return new Node.Call(name.upper(), Function.find(name.upper(), arguments.size()), arguments);
    }

    /** Expressions between commas, and the bracket that closes them. */
    List<Node> list() {
        List<Node> nodes = new ArrayList<>();
        do {
            nodes.add(expression());
        } while (skip(","));
        if (!skip(")")) {
            throw insteadOf("an operator, ',' or ')'");
        }
        return List.copyOf(nodes);
    }

    private Node closed(Node node) {
        if (!skip(")")) {
            throw insteadOf("an operator or ')'");
        }
        return node;
    }

    private String attribute() {
        Token token = peek();
        boolean isName = token.kind() == Kind.WORD || token.kind() == Kind.DIGITS;
        boolean isLower = token.text().chars().allMatch(unit -> unit != '_' && !Character.isUpperCase(unit));
        if (!isName || !isLower || KEYWORDS.contains(token.upper())) {
            throw insteadOf("an attribute's name of lower-case letters and digits");
        }
        return take().text();
    }

    private Node integer(String sign, int position) {
        Token digits = take();
        return new Node.Literal(new Value.Whole(new Value.Text(sign + digits.text())
                .whole()
                .orElseThrow(() ->
                        SyntaxFault.unexpected("'" + sign + digits.text() + "'", position, "an integer of 32 bits"))));
    }

    <T> T nested(Token where, Supplier<T> inner) {
        if (++nesting > maxNesting) {
            throw SyntaxFault.unacceptable(
                    "nested too deeply", where.position(), "at most %d levels of nesting".formatted(maxNesting));
        }
        T result = inner.get();
        nesting--;
        return result;
    }
}
