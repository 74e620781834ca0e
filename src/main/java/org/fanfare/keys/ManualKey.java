package org.fanfare.keys;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A configuration key as the manual has it.
 *
 * @param name the key; a part such as {@code <tenant>} stands for any one part
 * @param standard its default, empty for none
 * @param text what it is, in paragraphs; empty where the key before says it for both
 */
public record ManualKey(String name, String standard, String text) {

    private static final Pattern ANY_PART = Pattern.compile("<[^>]*>");

    /** The environment variable that sets a key, by the rule of MicroProfile Config. */
    public static String variableOf(String key) {
        return key.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** As {@link #variableOf}, with {@code <...>} left for whoever reads it. */
    public String variable() {
        StringBuilder variable = new StringBuilder();
        int done = 0;
        for (var part = ANY_PART.matcher(name); part.find(); done = part.end()) {
            variable.append(variableOf(name.substring(done, part.start()))).append(part.group());
        }
        return variable.append(variableOf(name.substring(done))).toString();
    }

    boolean isNamed(String key) {
        return matches(name, key, "[^.]+");
    }

    boolean isSetBy(String variable) {
        return matches(variable(), variable, "[A-Z0-9_]+");
    }

    private static boolean matches(String pattern, String name, String anyPart) {
        if (!pattern.contains("<")) {
            return pattern.equals(name);
        }
        StringBuilder regex = new StringBuilder();
        int done = 0;
        for (var part = ANY_PART.matcher(pattern); part.find(); done = part.end()) {
            regex.append(Pattern.quote(pattern.substring(done, part.start()))).append(anyPart);
        }
        return name.matches(regex.append(Pattern.quote(pattern.substring(done))).toString());
    }
}
