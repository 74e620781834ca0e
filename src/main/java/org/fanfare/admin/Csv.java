package org.fanfare.admin;

import java.util.ArrayList;
import java.util.List;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/**
 * Reads comma-separated values (RFC 4180). As PostgreSQL writes them, a field that is empty is null and one that is empty
 * within quotes is an empty text. Read by hand: see docs/decisions/0021.
 */
final class Csv {

    private static final char END = '\0';

    private final String text;
    private final List<List<String>> records = new ArrayList<>();
    private List<String> fields = new ArrayList<>();
    private int at;
    private int line = 1;

    private Csv(String text) {
        this.text = text;
    }

    /** The records without empty lines; a null in them for each field that is empty without quotes. */
    static List<List<String>> read(String text) {
        Csv csv = new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text);
        while (csv.at < csv.text.length()) {
            csv.readField();
        }
        csv.endRecord();
        return csv.records;
    }

    private void readField() {
        fields.add(peek() == '"' ? quoted() : plain());
        switch (peek()) {
            case ',' -> {
                at++;
                if (at == text.length()) {
                    fields.add(null);
                }
            }
            case '\r', '\n' -> {
                at += text.startsWith("\r\n", at) ? 2 : 1;
                line++;
                endRecord();
            }
            case END -> {}
            default -> throw malformed("a field in quotes goes on behind them");
        }
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        int begin = line;
        at++;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next != '"') {
                line += next == '\n' ? 1 : 0;
                field.append(next);
            } else if (peek() == '"') {
                field.append('"');
                at++;
            } else {
                return field.toString();
            }
        }
        line = begin;
        throw malformed("a field in quotes does not end");
    }

    private String plain() {
        int begin = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '"') {
                throw malformed("a quote stands within a field that has none around it");
            }
            at++;
        }
        return at == begin ? null : text.substring(begin, at);
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private void endRecord() {
        boolean isEmptyLine = fields.isEmpty() || fields.size() == 1 && fields.get(0) == null;
        if (!isEmptyLine) {
            records.add(fields);
        }
        fields = new ArrayList<>();
    }

    private Problem malformed(String what) {
        return Problem.of(
                ProblemType.MALFORMED,
                List.of(new Fault("", "The body is no CSV: in line " + line + " " + what + ".")));
    }
}
