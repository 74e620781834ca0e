package org.fanfare.jsonpath;

import org.fanfare.jsonpath.RequirementCollector.Ending;
import org.fanfare.trait.Range;
import org.fanfare.trait.Trait;

/** How the left side of a comparison that holds stands to the right side, as far as traits can tell. */
enum Bearing {
    SAME,
    UNDER,
    UP_TO,
    OVER,
    FROM,
    ANY;

    /** The same seen from the right side. */
    Bearing mirrored() {
        return switch (this) {
            case UNDER -> OVER;
            case UP_TO -> FROM;
            case OVER -> UNDER;
            case FROM -> UP_TO;
            case SAME, ANY -> this;
        };
    }

    /**
     * What can be told of one side if this is how it stands to {@code other}, and it must have a value: its key, a
     * {@link Range} of numbers, or {@link Trait#ANYTHING}.
     */
    Object known(Operand other) {
        Object key = key(other);
        if (this == SAME) {
            return key == null ? Trait.ANYTHING : key;
        }
        return key instanceof Number number ? range(number.doubleValue(), isExact(key)) : Trait.ANYTHING;
    }

    /** Rounding keeps the order but may make neighbours equal: then the bound itself is in. */
    private Object range(double bound, boolean exact) {
        return switch (this) {
            case UNDER -> Range.upTo(exact ? Math.nextDown(bound) : bound);
            case UP_TO -> Range.upTo(bound);
            case OVER -> Range.from(exact ? Math.nextUp(bound) : bound);
            case FROM -> Range.from(bound);
            case SAME, ANY -> Trait.ANYTHING;
        };
    }

    /** What is required of one side if this is how it stands to {@code other}, and it must have a value. */
    Ending ending(Operand other) {
        Object known = known(other);
        if (known instanceof Range range) {
            return this == UNDER || this == UP_TO
                    ? place -> new Trait.AtMost(place, range.most())
                    : place -> new Trait.AtLeast(place, range.least());
        }
        return known == Trait.ANYTHING ? Trait.Present::new : place -> new Trait.Equal(place, known);
    }

    /** Whether the traits that are required of both sides are all that the comparison asks for. */
    boolean isTold(Operand left, Operand right) {
        return left instanceof Path && isTold(right) || isTold(left) && right instanceof Path;
    }

    private boolean isTold(Operand scalar) {
        Object key = key(scalar);
        return this == SAME ? key != null : this != ANY && isExact(key);
    }

    /** What members the current value must have if this is how the sides stand to each other. */
    Members members(Operand left, Operand right) {
        if (!isTold(left, right)) {
            return Members.NONE;
        }
        return left instanceof Path path
                ? path.members(known(right))
                : ((Path) right).members(mirrored().known(left));
    }

    /** The key of a scalar that is written in the expression, otherwise null. */
    static Object key(Operand operand) {
        return operand instanceof Literal literal ? Trait.keyOf(literal.value()) : null;
    }

    /** Whether all numbers that are more or less than this one still are when they are rounded. */
    private static boolean isExact(Object key) {
        return key instanceof Double number && Math.abs(number) < Trait.WHOLE_FROM_HERE;
    }
}
