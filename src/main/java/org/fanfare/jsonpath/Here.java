package org.fanfare.jsonpath;

import org.fanfare.jsonpath.RequirementCollector.Ending;
import org.fanfare.trait.Place;
import org.fanfare.trait.Place.Leg;
import org.fanfare.trait.Range;
import org.fanfare.trait.Trait;

/**
 * A value on the way of a path, as far as it is known without a document. All that is known is known of one and the same
 * value, whatever else stands at the place.
 *
 * @param place where it stands
 * @param members what it must have if the whole expression is to select something
 * @param owner the object it is a member of, if it was reached by its name, otherwise null
 * @param name its name in there
 * @param exact whether nothing but such values stands there, and nothing was forgotten that it must have
 */
record Here(Place place, Members members, Here owner, String name, boolean exact) {

    static final Here ROOT = new Here(Place.DOCUMENT, Members.NONE, null, null, true);

    /** The same value if it must have these members as well. */
    Here with(Members more) {
        return more.isNone() ? this : new Here(place, members.and(more), owner, name, exact);
    }

    Here member(String of) {
        return new Here(place.member(of), Members.NONE, this, of, isExactWith(new Place.Member(of)));
    }

    Here each() {
        return new Here(place.each(), Members.NONE, null, null, isExactWith(Place.Wild.EACH));
    }

    Here below() {
        return new Here(place.below(), Members.NONE, null, null, isExactWith(Place.Wild.BELOW));
    }

    private boolean isExactWith(Leg leg) {
        return exact && place.isToldWith(leg);
    }

    /** Adds that there is such a value, and that it has the trait of {@code ending}. */
    void require(Ending ending, RequirementCollector into) {
        Trait trait = ending.at(place);
        if (owner != null && trait instanceof Trait.Equal same) {
            requireOfOwner(same.key(), into);
        } else if (owner != null && trait instanceof Trait.AtLeast number) {
            requireOfOwner(Range.from(number.bound()), into);
        } else if (owner != null && trait instanceof Trait.AtMost number) {
            requireOfOwner(Range.upTo(number.bound()), into);
        } else if (owner != null && trait instanceof Trait.Present) {
            requireOfOwner(Trait.ANYTHING, into);
        } else {
            into.add(trait, exact);
        }
    }

    /** Adds that there is an object with this and what else it must have. */
    private void requireOfOwner(Object key, RequirementCollector into) {
        Members known = owner.members.and(Members.of(name, key));
        into.add(known.trait(owner.place), exact && known.complete());
    }
}
