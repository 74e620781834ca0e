package org.fanfare.problem;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with a request, as it stands in the {@code errors} member of a problem answer (RFC 9457).
 *
 * @param pointer JSON Pointer (RFC 6901) to the member of the body; {@code ""} is the body as a whole; for something
 *     that is not in a body, the name of the header or query parameter as {@code header:Name} or {@code query:name}
 * @param detail what is wrong and what would be right, one sentence for the caller
 * @param position where in the text that the pointer leads to, in UTF-16 units from 0; null if it is not about a text
 * @param expected what could have stood at the position; null if it is not about a text
 */
public record Fault(String pointer, String detail, Integer position, String expected) {

    public Fault {
        requireNonNull(pointer, "pointer");
        requireNonNull(detail, "detail");
    }

    /** A fault of a value as a whole. */
    public Fault(String pointer, String detail) {
        this(pointer, detail, null, null);
    }

    /** A fault of the member {@code name} of the body's top level. */
    public static Fault ofMember(String name, String detail) {
        return new Fault("/" + name.replace("~", "~0").replace("/", "~1"), detail);
    }

    /** A fault of the HTTP header {@code name}. */
    public static Fault ofHeader(String name, String detail) {
        return new Fault("header:" + name, detail);
    }

    /** The same fault seen from outside, where its document stands at {@code prefix}. */
    public Fault below(String prefix) {
        return new Fault(prefix + pointer, detail, position, expected);
    }

    /** The same fault, with its place within the text that the pointer leads to. */
    public Fault at(int where, String what) {
        return new Fault(pointer, detail, where, what);
    }
}
