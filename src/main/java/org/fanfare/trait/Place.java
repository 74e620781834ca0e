package org.fanfare.trait;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where values stand in an event: from one of its roots along names, to any child, or to anything below. Many values may
 * stand at one place.
 *
 * <p>A place never excludes a value that stands there, but may name more than was asked for: all there is behind a
 * second {@code ..}, or behind more legs than are worth following, is just "below" the last leg that is told.
 */
public record Place(Root root, List<Leg> legs) {

    /** The event as one JSON document. */
    public static final Place DOCUMENT = new Place(Root.DOCUMENT, List.of());

    /** An object of the event's context attributes, each as its text. */
    public static final Place ATTRIBUTES = new Place(Root.ATTRIBUTES, List.of());

    private static final int MAX_LEGS = 12;

    /** Where ways begin. */
    public enum Root {
        DOCUMENT("$"),
        ATTRIBUTES("attributes");

        private final String sign;

        Root(String sign) {
            this.sign = sign;
        }
    }

    /** A part of the way. */
    public sealed interface Leg permits Member, Wild {}

    /** To the member of that name. */
    public record Member(String name) implements Leg {
        @Override
        public String toString() {
            return name;
        }
    }

    /** To more than one value. */
    public enum Wild implements Leg {
        /** All members of an object, all elements of an array. */
        EACH("*"),
        /** The value itself and all that it contains at any depth. */
        BELOW("**");

        private final String sign;

        Wild(String sign) {
            this.sign = sign;
        }

        @Override
        public String toString() {
            return sign;
        }
    }

    public Place member(String name) {
        return then(new Member(name));
    }

    public Place each() {
        return then(Wild.EACH);
    }

    public Place below() {
        int known = legs.indexOf(Wild.BELOW);
        return known < 0 ? appended(Wild.BELOW) : new Place(root, legs.subList(0, known + 1));
    }

    /** Whether the place one leg further still tells the way there, and not just that it is somewhere below. */
    public boolean isToldWith(Leg leg) {
        return legs.size() < MAX_LEGS && !(leg == Wild.BELOW && legs.contains(Wild.BELOW));
    }

    /** Whether every document has a value here. */
    boolean isEverywhere() {
        return legs.stream().allMatch(leg -> leg == Wild.BELOW);
    }

    boolean isMemberOfRoot() {
        return legs.size() == 1 && legs.get(0) instanceof Member;
    }

    /** Whether a value at {@code longer} proves that there is one here, too. */
    boolean isOnTheWayTo(Place longer) {
        return longer.root == root
                && longer.legs.size() >= legs.size()
                && longer.legs.subList(0, legs.size()).equals(legs);
    }

    private Place then(Leg leg) {
        return legs.size() < MAX_LEGS ? appended(leg) : below();
    }

    private Place appended(Leg leg) {
        return new Place(root, Stream.concat(legs.stream(), Stream.of(leg)).toList());
    }

    @Override
    public String toString() {
        return legs.stream().map(leg -> "." + leg).collect(Collectors.joining("", root.sign, ""));
    }
}
