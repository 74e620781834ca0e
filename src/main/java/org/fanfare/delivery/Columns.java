package org.fanfare.delivery;

/** Fits texts into columns: what does not fit must not keep an attempt from being recorded, it would be made again. */
final class Columns {

    /** Of a delivery. */
    static final int LONGEST_REASON = 1000;

    private Columns() {}

    /** The text, or its start; null stays null. */
    static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
