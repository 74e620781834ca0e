package org.fanfare.jsonpath;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import org.fanfare.jsonpath.Evaluation.Reason;

/** jsonpath2's {@code contains}: part of a string, element of an array, name in an object; a fault for all else. */
final class Containment {

    /** Up to here the plain search, which is quick but quadratic in the worst case, cannot do harm. */
    private static final int SHORT = 64;

    private Containment() {}

    static boolean holds(JsonValue whole, JsonValue part, Run run) {
        if (whole instanceof JsonArray array) {
            return element(array, part, run);
        }
        if (whole instanceof JsonObject object) {
            return name(object, part);
        }
        if (whole instanceof JsonString string && part instanceof JsonString sought) {
            return text(string.getString(), sought.getString(), run);
        }
        throw fault(whole, part);
    }

    private static boolean element(JsonArray array, JsonValue part, Run run) {
        for (int i = 0; i < array.size(); i++) {
            if (Likeness.PYTHON.same(array.get(i), part, run)) {
                return true;
            }
        }
        return false;
    }

    /** Names are strings; the original cannot even look for something that has parts of its own. */
    private static boolean name(JsonObject object, JsonValue part) {
        if (part instanceof JsonArray || part instanceof JsonObject) {
            throw fault(object, part);
        }
        return part instanceof JsonString name && object.containsKey(name.getString());
    }

    private static boolean text(String whole, String part, Run run) {
        run.budget().chargeText(whole.length() + part.length());
        return part.length() <= SHORT ? whole.contains(part) : containsLong(whole, part);
    }

    /** The search of Knuth, Morris and Pratt: linear whatever the texts are. */
    private static boolean containsLong(String whole, String part) {
        int[] border = borders(part);
        int matched = 0;
        for (int i = 0; i < whole.length() && matched < part.length(); i++) {
            while (matched > 0 && whole.charAt(i) != part.charAt(matched)) {
                matched = border[matched - 1];
            }
            if (whole.charAt(i) == part.charAt(matched)) {
                matched++;
            }
        }
        return matched == part.length();
    }

    private static int[] borders(String part) {
        int[] border = new int[part.length()];
        for (int i = 1, length = 0; i < part.length(); i++) {
            while (length > 0 && part.charAt(i) != part.charAt(length)) {
                length = border[length - 1];
            }
            if (part.charAt(i) == part.charAt(length)) {
                length++;
            }
            border[i] = length;
        }
        return border;
    }

    private static EvaluationFault fault(JsonValue whole, JsonValue part) {
        return new EvaluationFault(
                Reason.CONTAINS,
                "\"contains\" cannot look for a value of type %s in one of type %s."
                        .formatted(typeOf(part), typeOf(whole)));
    }

    private static String typeOf(JsonValue value) {
        return value.getValueType().name().toLowerCase(Locale.ROOT);
    }
}
