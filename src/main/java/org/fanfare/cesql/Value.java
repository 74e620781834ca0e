package org.fanfare.cesql;

import java.util.Locale;
import java.util.Optional;

/** A value of one of the language's three types, and what it is in the other two. */
public sealed interface Value {

    /** The value as a string; every value has one. */
    String text();

    /** The value as an integer, if it is one. */
    Optional<Integer> whole();

    /** The value as a boolean, if it is one. */
    Optional<Boolean> truth();

    /** A string. */
    record Text(String text) implements Value {

        /** What a failed evaluation gives in place of a string. */
        static final Text ZERO = new Text("");

        @Override
        public Optional<Integer> whole() {
            int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
            if (start == text.length()) {
                return Optional.empty();
            }
            long value = 0;
            for (int i = start; i < text.length(); i++) {
                int digit = text.charAt(i) - '0';
                value = value * 10 + digit;
                if (digit < 0 || digit > 9 || value > 1L << 31) {
                    return Optional.empty();
                }
            }
            long signed = text.startsWith("-") ? -value : value;
            return signed == (int) signed ? Optional.of((int) signed) : Optional.empty();
        }

        @Override
        public Optional<Boolean> truth() {
            if (text.length() > 5) {
                return Optional.empty();
            }
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
    }

    /** An integer of 32 bits. */
    record Whole(int number) implements Value {

        /** What a failed evaluation gives in place of an integer. */
        static final Whole ZERO = new Whole(0);

        @Override
        public String text() {
            return Integer.toString(number);
        }

        @Override
        public Optional<Integer> whole() {
            return Optional.of(number);
        }

        @Override
        public Optional<Boolean> truth() {
            return Optional.of(number != 0);
        }
    }

    /** A boolean. */
    record Truth(boolean holds) implements Value {

        static final Truth TRUE = new Truth(true);
        /** Also what a failed evaluation gives in place of a boolean. */
        static final Truth FALSE = new Truth(false);

        static Truth of(boolean holds) {
            return holds ? TRUE : FALSE;
        }

        @Override
        public String text() {
            return Boolean.toString(holds);
        }

        @Override
        public Optional<Integer> whole() {
            return Optional.of(holds ? 1 : 0);
        }

        @Override
        public Optional<Boolean> truth() {
            return Optional.of(holds);
        }
    }
}
