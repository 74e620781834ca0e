package org.fanfare.jayway;

import java.util.ArrayList;
import java.util.List;
import org.fanfare.syntax.SyntaxFault;

/**
 * What is known of a path while it is read, and the text that the library gets in its place. That text means the same and
 * leaves nothing to guess: the library cuts texts up by searching for quotes and brackets, and one that it cuts otherwise
 * than it was read here could hide what is refused.
 */
final class Draft {

    private final StringBuilder text = new StringBuilder();
    private final List<Regex> regexes = new ArrayList<>();
    private boolean descends;
    private boolean hasUnion;
    private boolean hasFilter;
    private boolean endsInFunction;

    Draft print(String part) {
        text.append(part);
        return this;
    }

    /** Everything that is not a letter or digit of ASCII is escaped. */
    Draft quoted(String value, char quote) {
        text.append(quote);
        value.chars()
                .forEach(unit ->
                        text.append(isPlain((char) unit) ? Character.toString(unit) : "\\u%04x".formatted(unit)));
        text.append(quote);
        return this;
    }

    static boolean isPlain(char unit) {
        return 'a' <= unit && unit <= 'z' || 'A' <= unit && unit <= 'Z' || '0' <= unit && unit <= '9' || unit == '_';
    }

    void descendsAt(int position) {
        if (descends) {
            throw SyntaxFault.unacceptable("a second '..'", position, "at most one in the whole path");
        }
        descends = true;
    }

    void unionAt(int position) {
        if (hasUnion) {
            throw SyntaxFault.unacceptable("a second union", position, "at most one ',' between members in the path");
        }
        hasUnion = true;
    }

    void filters() {
        hasFilter = true;
    }

    void endsInFunction() {
        endsInFunction = true;
    }

    void add(Regex regex) {
        regexes.add(regex);
        text.append(regex.text());
    }

    String text() {
        return text.toString();
    }

    List<Regex> regexes() {
        return List.copyOf(regexes);
    }

    boolean descends() {
        return descends;
    }

    boolean hasFilter() {
        return hasFilter;
    }

    boolean isFunction() {
        return endsInFunction;
    }
}
