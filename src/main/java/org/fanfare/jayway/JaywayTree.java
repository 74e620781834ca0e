package org.fanfare.jayway;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** A document as the library walks it: maps, lists, strings, numbers, booleans and null. Made once, for many paths. */
public final class JaywayTree {

    /** Documents nested more deeply are not walked. */
    public static final int MAX_DEPTH = 200;

    private static final int MAX_DIGITS = 100;

    /** How many texts there are of each length. */
    private final Map<Integer, Integer> lengths = new HashMap<>();

    private final Object root;
    private boolean tooDeep;
    private int values;
    private long addresses;
    private int digits;

    private JaywayTree(JsonValue document) {
        root = convert(document, 0, 3);
    }

    /** Converts a document; the tree does not change with it. */
    public static JaywayTree of(JsonValue document) {
        return new JaywayTree(document);
    }

    /** The document, cut off where it is too deep; nobody may change it. */
    Object root() {
        return root;
    }

    boolean isTooDeep() {
        return tooDeep;
    }

    /** How many values there are. */
    public int values() {
        return values;
    }

    /** How long the paths to all values are together: the library writes each of them down. */
    long addresses() {
        return addresses;
    }

    /** How long the longest string is that could be a number: the library tries, and that takes its square. */
    int digits() {
        return digits;
    }

    /** The sum of a cost over the lengths of all strings. */
    double cost(IntToDoubleFunction ofLength) {
        return lengths.entrySet().stream()
                .mapToDouble(each -> each.getValue() * ofLength.applyAsDouble(each.getKey()))
                .sum();
    }

    private Object convert(JsonValue value, int depth, long address) {
        values++;
        addresses += address;
        if (depth > MAX_DEPTH) {
            tooDeep = true;
            return null;
        }
        return switch (value.getValueType()) {
            case OBJECT -> map((JsonObject) value, depth, address);
            case ARRAY -> list((JsonArray) value, depth, address);
            case STRING -> string(((JsonString) value).getString());
            case NUMBER -> counted(number((JsonNumber) value));
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }

    private Object map(JsonObject object, int depth, long address) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.forEach(
                (name, value) -> map.put(name, convert(value, depth + 1, address + name.length() + "['']".length())));
        return map;
    }

    private Object list(JsonArray array, int depth, long address) {
        List<Object> list = new ArrayList<>(array.size());
        for (JsonValue value : array) {
            list.add(convert(value, depth + 1, address + "[12]".length()));
        }
        return list;
    }

    private Object string(String text) {
        lengths.merge(text.length(), 1, Integer::sum);
        if (text.length() > digits
                && text.chars().allMatch(unit -> Character.isDigit(unit) || "+-.eE".indexOf(unit) >= 0)) {
            digits = text.length();
        }
        return text;
    }

    /** Regular expressions are matched against numbers, too. */
    private Object counted(Object number) {
        lengths.merge(number.toString().length(), 1, Integer::sum);
        return number;
    }

    /** The library compares numbers by their decimal text, which must not be long. */
    private static Object number(JsonNumber number) {
        BigDecimal exact = number.bigDecimalValue();
        boolean isWhole = exact.scale() <= 0 && exact.precision() - (long) exact.scale() <= MAX_DIGITS;
        if (isWhole) {
            return exact.precision() - exact.scale() < 19 ? (Object) exact.longValue() : exact.toBigInteger();
        }
        double rounded = exact.doubleValue();
        return Double.isFinite(rounded) ? (Object) rounded : exact.round(MathContext.DECIMAL128);
    }
}
