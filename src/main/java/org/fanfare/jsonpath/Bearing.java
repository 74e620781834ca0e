package org.fanfare.jsonpath;

import jakarta.json.JsonValue;
import java.util.Map;
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

    /** The member of the current value that is set equal to a scalar, with its key, if that is all there is to it. */
    Map<String, Object> fixes(Operand left, Operand right) {
        if (this != SAME) {
            return Map.of();
        }
        Map<String, Object> fixed = fixedMember(left, right);
        return fixed.isEmpty() ? fixedMember(right, left) : fixed;
    }

    private static Map<String, Object> fixedMember(Operand member, Operand value) {
        String name = member instanceof Path path ? path.ownMember() : null;
        Object key = value instanceof Literal literal ? Trait.keyOf(literal.value()) : null;
        return name == null || key == null ? Map.of() : Map.of(name, key);
    }
}
