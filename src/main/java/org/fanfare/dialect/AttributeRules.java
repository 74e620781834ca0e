package org.fanfare.dialect;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What may be a context attribute: its name (CloudEvents 1.0.2, section 2.1) and its value (the type system, section
 * 2.2, as the JSON format writes it). Reading refuses what breaks these rules, writing leaves it out.
 */
public final class AttributeRules {

    private static final BigDecimal SMALLEST = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** Names that some version gives a meaning of its own; no subscription may set them. */
    private static final Set<String> CORE = Set.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "dataschema",
            "data",
            "contenttype",
            "schemaurl",
            "datacontentencoding");

    private AttributeRules() {}

    /** Lower-case ASCII letters and digits, at least one. */
    public static boolean isName(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
    }

    /** A legal name that no version of the specification has taken. */
    public static boolean isExtensionName(String name) {
        return isName(name) && !CORE.contains(name);
    }

    /** No control characters, no noncharacters, no lone surrogates (the type String). */
    public static boolean isText(String value) {
        return value.codePoints().noneMatch(AttributeRules::isForbidden);
    }

    /** A whole number of 32 bits, written without fraction and exponent. */
    public static boolean isInteger(JsonNumber number) {
        BigDecimal value = number.bigDecimalValue();
        return value.scale() == 0 && value.compareTo(SMALLEST) >= 0 && value.compareTo(LARGEST) <= 0;
    }

    /** A value an attribute can have in JSON: a legal string, an integer, true or false. */
    public static boolean isValue(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> isText(((JsonString) value).getString());
            case NUMBER -> isInteger((JsonNumber) value);
            case TRUE, FALSE -> true;
            default -> false;
        };
    }

    private static boolean isForbidden(int codePoint) {
        return Character.isISOControl(codePoint)
                || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
                || codePoint >= 0xFDD0 && codePoint <= 0xFDEF
                || (codePoint & 0xFFFE) == 0xFFFE;
    }
}
