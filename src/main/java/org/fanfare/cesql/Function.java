package org.fanfare.cesql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fanfare.cesql.Evaluation.Reason;
import org.fanfare.cesql.Value.Text;
import org.fanfare.cesql.Value.Truth;
import org.fanfare.cesql.Value.Whole;

/** The functions of the language, and the casts as functions. Characters are Unicode's, not Java's. */
enum Function {
    LENGTH(1, 1, Whole.ZERO) {
        @Override
        Value call(List<Value> arguments, Run run) {
            return new Whole(length(run.text(arguments.get(0))));
        }
    },
    CONCAT(0, Integer.MAX_VALUE, Text.ZERO) {
        @Override
        Value call(List<Value> arguments, Run run) {
            return join("", arguments, run);
        }
    },
    CONCAT_WS(1, Integer.MAX_VALUE, Text.ZERO) {
        @Override
        Value call(List<Value> arguments, Run run) {
            return join(run.text(arguments.get(0)), arguments.subList(1, arguments.size()), run);
        }
    },
    LOWER(1, 1, Text.ZERO) {
        @Override
        Value call(List<Value> arguments, Run run) {
            return new Text(run.text(arguments.get(0)).toLowerCase(Locale.ROOT));
        }
    },
    UPPER(1, 1, Text.ZERO) {
        @Override
        Value call(List<Value> arguments, Run run) {
            return new Text(run.text(arguments.get(0)).toUpperCase(Locale.ROOT));
        }
    },
    TRIM(1, 1, Text.ZERO) {
        @Override
        Value call(List<Value> arguments, Run run) {
            return new Text(trimmed(run.text(arguments.get(0))));
        }
    },
    LEFT(2, 2, Text.ZERO) {
        @Override
        Value call(List<Value> arguments, Run run) {
            return end(arguments, run, (text, count) -> text.substring(0, text.offsetByCodePoints(0, count)));
        }
    },
    RIGHT(2, 2, Text.ZERO) {
        @Override
        Value call(List<Value> arguments, Run run) {
            return end(arguments, run, (text, count) -> text.substring(text.offsetByCodePoints(text.length(), -count)));
        }
    },
    SUBSTRING(2, 3, Text.ZERO) {
        @Override
        Value call(List<Value> arguments, Run run) {
            String text = run.text(arguments.get(0));
            int position = run.whole(arguments.get(1));
            int count = arguments.size() == 3 ? run.whole(arguments.get(2)) : Integer.MAX_VALUE;
            return run.failed() ? zero() : substring(text, position, count, run);
        }
    },
    ABS(1, 1, Whole.ZERO) {
        @Override
        Value call(List<Value> arguments, Run run) {
            int number = run.whole(arguments.get(0));
            if (number == Integer.MIN_VALUE) {
                String what = "ABS(%d) is no integer of 32 bits.".formatted(number);
                return run.fail(Reason.MATH, what, new Whole(Integer.MAX_VALUE));
            }
            return new Whole(Math.abs(number));
        }
    },
    INT(1, 1, Whole.ZERO) {
        @Override
        Value call(List<Value> arguments, Run run) {
            return new Whole(run.whole(arguments.get(0)));
        }
    },
    BOOL(1, 1, Truth.FALSE) {
        @Override
        Value call(List<Value> arguments, Run run) {
            return Truth.of(run.truth(arguments.get(0)));
        }
    },
    STRING(1, 1, Text.ZERO) {
        @Override
        Value call(List<Value> arguments, Run run) {
            return new Text(run.text(arguments.get(0)));
        }
    },
    IS_INT(1, 1, Truth.FALSE) {
        @Override
        Value call(List<Value> arguments, Run run) {
            run.text(arguments.get(0));
            return Truth.of(arguments.get(0).whole().isPresent());
        }
    },
    IS_BOOL(1, 1, Truth.FALSE) {
        @Override
        Value call(List<Value> arguments, Run run) {
            return Truth.of(arguments.get(0).truth().isPresent());
        }
    };

    private final int least;
    private final int most;
    private final Value zero;

    Function(int least, int most, Value zero) {
        this.least = least;
        this.most = most;
        this.zero = zero;
    }

    static Optional<Function> find(String name, int arguments) {
        return Stream.of(values())
                .filter(function -> function.name().equals(name))
                .filter(function -> function.least <= arguments && arguments <= function.most)
                .findFirst();
    }

    /** What it gives in place of a value if an argument failed. */
    Value zero() {
        return zero;
    }

    abstract Value call(List<Value> arguments, Run run);

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Pays for the whole text before it is made: it can be much longer than the expression. */
    private static Value join(String delimiter, List<Value> parts, Run run) {
        long length = 0;
        for (Value part : parts) {
            length += part.text().length() + delimiter.length();
        }
        run.chargeText(length);
        return new Text(String.join(delimiter, parts.stream().map(Value::text).toList()));
    }

    private static Value end(List<Value> arguments, Run run, Cut cut) {
        String text = run.text(arguments.get(0));
        int count = run.whole(arguments.get(1));
        if (run.failed()) {
            return Text.ZERO;
        }
        if (count < 0) {
            String what = "%d is no number of characters to take.".formatted(count);
            return run.fail(Reason.FUNCTION, what, new Text(text));
        }
        return new Text(count >= length(text) ? text : cut.apply(text, count));
    }

    private static Value substring(String text, int position, int count, Run run) {
        int length = length(text);
        if (count < 0 || position > length || position < -length) {
            String what = "There is no substring from %d of %d characters in a string of %d."
                    .formatted(position, count, length);
            return run.fail(Reason.FUNCTION, what, Text.ZERO);
        }
        if (position == 0) {
            return Text.ZERO;
        }
        int start = position > 0 ? position - 1 : length + position;
        int from = text.offsetByCodePoints(0, start);
        return new Text(text.substring(from, text.offsetByCodePoints(from, Math.min(count, length - start))));
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Unicode's White_Space; neither of Java's ideas of it is the same. All of it is in the first plane. */
    private static boolean isWhiteSpace(char unit) {
        return Character.isSpaceChar(unit) || '\t' <= unit && unit <= '\r' || unit == '\u0085';
    }

    /** Takes a number of characters, fewer than there are, from an end. */
    private interface Cut {
        String apply(String text, int count);
    }
}
