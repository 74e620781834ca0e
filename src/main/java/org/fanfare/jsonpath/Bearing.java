package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import org.fanfare.jsonpath.RequirementCollector.Ending;
import org.fanfare.trait.Trait;

/** How the left side of a comparison that holds stands to the right side, as far as traits can tell. */
enum Bearing {
    SAME {
        @Override
        Bearing mirrored() {
            return SAME;
        }

        @Override
        Ending ending(JsonValue other) {
            Object key = Trait.keyOf(other);
            return key == null ? Trait.Present::new : place -> new Trait.Equal(place, key);
        }
    },
    /** Less, or no more. Rounding keeps the order but may make neighbours equal, so the bound itself is in. */
    UNDER {
        @Override
        Bearing mirrored() {
            return OVER;
        }

        @Override
        Ending ending(JsonValue other) {
            return Trait.keyOf(other) instanceof Double bound
                    ? place -> new Trait.AtMost(place, bound)
                    : Trait.Present::new;
        }
    },
    OVER {
        @Override
        Bearing mirrored() {
            return UNDER;
        }

        @Override
        Ending ending(JsonValue other) {
            return Trait.keyOf(other) instanceof Double bound
                    ? place -> new Trait.AtLeast(place, bound)
                    : Trait.Present::new;
        }
    },
    ANY {
        @Override
        Bearing mirrored() {
            return ANY;
        }

        @Override
        Ending ending(JsonValue other) {
            return Trait.Present::new;
        }
    };

    /** The same seen from the right side. */
    abstract Bearing mirrored();

    abstract Ending ending(JsonValue other);

    /** What is required of one side if this is how it stands to {@code other}, and it must have a value. */
    Ending ending(Operand other) {
        return other instanceof Literal literal ? ending(literal.value()) : Trait.Present::new;
    }

    /** Whether the traits that are required of both sides are all that the comparison asks for. */
    boolean isTold(Operand left, Operand right) {
        return this == SAME && (left instanceof Path && isScalar(right) || isScalar(left) && right instanceof Path);
    }

    private static boolean isScalar(Operand operand) {
        return operand instanceof Literal literal && Trait.keyOf(literal.value()) != null;
    }

    /** What members the current value must have if this is how the sides stand to each other. */
    Members members(Operand left, Operand right) {
        if (!isTold(left, right)) {
            return Members.NONE;
        }
        return left instanceof Path path ? members(path, right) : members((Path) right, left);
    }

    private static Members members(Path path, Operand scalar) {
        return path.members(Trait.keyOf(((Literal) scalar).value()));
    }
}
