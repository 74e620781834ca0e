package org.fanfare.jsonpath;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.function.BiConsumer;

/** Prints expressions in the one form in which equal ones look equal. */
final class Printer {

    private final Dialect dialect;
    private final StringBuilder out = new StringBuilder();

    private Printer(Dialect dialect) {
        this.dialect = dialect;
    }

    static String print(Dialect dialect, Path path) {
        Printer printer = new Printer(dialect);
        path.print(printer);
        return printer.out.toString();
    }

    String and() {
        return dialect == Dialect.JSONPATH2 ? " and " : " && ";
    }

    String or() {
        return dialect == Dialect.JSONPATH2 ? " or " : " || ";
    }

    String not() {
        return dialect == Dialect.JSONPATH2 ? "not " : "!";
    }

    void text(String text) {
        out.append(text);
    }

    void enclosed(boolean inParentheses, Runnable content) {
        out.append(inParentheses ? "(" : "");
        content.run();
        out.append(inParentheses ? ")" : "");
    }

    <T> void list(String open, Collection<T> parts, BiConsumer<T, Printer> print, String between, String close) {
        String separator = open;
        for (T part : parts) {
            out.append(separator);
            print.accept(part, this);
            separator = between;
        }
        out.append(parts.isEmpty() ? open : "").append(close);
    }

    void value(JsonValue value) {
        if (value instanceof JsonString string) {
            string(string.getString());
        } else if (value instanceof JsonArray array) {
            list("[", array, (element, self) -> self.value(element), ", ", "]");
        } else if (value instanceof JsonObject object) {
            list("{", object.entrySet(), (member, self) -> self.member(member.getKey(), member.getValue()), ", ", "}");
        } else if (value instanceof JsonNumber number && !number.isIntegral()) {
            out.append(number.doubleValue());
        } else {
            out.append(value);
        }
    }

    private void member(String name, JsonValue value) {
        string(name);
        out.append(": ");
        value(value);
    }

    /** A JSON string in ASCII. */
    void string(String text) {
        out.append('"');
        text.chars().forEach(unit -> escaped((char) unit));
        out.append('"');
    }

    private void escaped(char unit) {
        switch (unit) {
            case '"', '\\' -> out.append('\\').append(unit);
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (unit < ' ' || unit > '~') {
                    out.append("\\u%04x".formatted((int) unit));
                } else {
                    out.append(unit);
                }
            }
        }
    }
}
