package org.fanfare.jsonpath;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** Unicode's general categories by the names RFC 9485 has for them, singly and in groups. */
final class Category {

    private static final Map<String, Integer> TYPES = new HashMap<>();

    static {
        group(
                'L',
                "lmotu",
                types(
                        Character.LOWERCASE_LETTER,
                        Character.MODIFIER_LETTER,
                        Character.OTHER_LETTER,
                        Character.TITLECASE_LETTER,
                        Character.UPPERCASE_LETTER));
        group(
                'M',
                "cen",
                types(Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK, Character.NON_SPACING_MARK));
        group('N', "dlo", types(Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER));
        group(
                'P',
                "cdefios",
                types(
                        Character.CONNECTOR_PUNCTUATION,
                        Character.DASH_PUNCTUATION,
                        Character.END_PUNCTUATION,
                        Character.FINAL_QUOTE_PUNCTUATION,
                        Character.INITIAL_QUOTE_PUNCTUATION,
                        Character.OTHER_PUNCTUATION,
                        Character.START_PUNCTUATION));
        group('Z', "lps", types(Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR));
        group(
                'S',
                "ckmo",
                types(
                        Character.CURRENCY_SYMBOL,
                        Character.MODIFIER_SYMBOL,
                        Character.MATH_SYMBOL,
                        Character.OTHER_SYMBOL));
        group('C', "cfno", types(Character.CONTROL, Character.FORMAT, Character.UNASSIGNED, Character.PRIVATE_USE));
    }

    private Category() {}

    /** The characters of that category, or null if there is none of that name. */
    static IntPredicate named(String name) {
        Integer types = TYPES.get(name);
        return types == null ? null : character -> (types >> Character.getType(character) & 1) != 0;
    }

    private static int[] types(int... types) {
        return types;
    }

    private static void group(char letter, String parts, int[] types) {
        int all = 0;
        for (int i = 0; i < types.length; i++) {
            TYPES.put("" + letter + parts.charAt(i), 1 << types[i]);
            all |= 1 << types[i];
        }
        TYPES.put("" + letter, all);
    }
}
