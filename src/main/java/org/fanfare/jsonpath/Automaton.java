package org.fanfare.jsonpath;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A nondeterministic automaton that follows all its states at once (Thompson's construction): no pattern makes it go back
 * in the text, and what each character costs is paid for.
 */
final class Automaton {

    static final int MAX_SIZE = 4096;

    /** What a state does. */
    private enum Kind {
        /** Leads to the following state by a character of a set. */
        READ,
        /** Leads to its target and to the following state. */
        FORK,
        /** Leads to its target. */
        JUMP,
        /** Leads to the following state at the beginning of the text. */
        BEGINNING,
        /** Leads to the following state at the end of the text. */
        ENDING
    }

    private final Kind[] kinds;
    private final IntPredicate[] characters;
    private final int[] targets;

    private Automaton(Builder built) {
        this.characters = built.characters.toArray(IntPredicate[]::new);
        this.targets = built.targets.stream().mapToInt(Integer::intValue).toArray();
        this.kinds = built.kinds.toArray(Kind[]::new);
    }

    static Automaton of(Regexp regexp) {
        Builder builder = new Builder();
        regexp.emit(builder);
        builder.jump();
        return new Automaton(builder);
    }

    int size() {
        return targets.length;
    }

    boolean matches(String text, boolean whole, Budget budget) {
        budget.charge(1 + size() / 32);
        States now = new States(text.length());
        States then = new States(text.length());
        now.add(0, 0);
        for (int i = 0; i < text.length(); ) {
            if (!whole && now.hasEnd()) {
                return true;
            }
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            budget.charge(1 + now.count);
            now.advance(character, then, i);
            if (!whole) {
                then.add(0, i);
            }
            States free = now;
            now = then;
            then = free;
            then.clear();
        }
        return now.hasEnd();
    }

    /** A set of states with all that is reached from them without reading. */
    private final class States {
        private final int length;
        private final int[] members = new int[size()];
        private final boolean[] contains = new boolean[size()];
        private final int[] open = new int[size()];
        private int count;

        States(int length) {
            this.length = length;
        }

        boolean hasEnd() {
            return contains[size() - 1];
        }

        void clear() {
            for (int i = 0; i < count; i++) {
                contains[members[i]] = false;
            }
            count = 0;
        }

        void add(int state, int position) {
            int waiting = push(state, 0);
            while (waiting > 0) {
                int next = open[--waiting];
                if (next == size() - 1) {
                    continue;
                }
                Kind kind = kinds[next];
                if (kind == Kind.FORK || kind == Kind.JUMP) {
                    waiting = push(targets[next], waiting);
                }
                boolean passes = kind == Kind.FORK
                        || kind == Kind.BEGINNING && position == 0
                        || kind == Kind.ENDING && position == length;
                waiting = passes ? push(next + 1, waiting) : waiting;
            }
        }

        /** Each state is pushed once, when it is first seen. */
        private int push(int state, int waiting) {
            if (contains[state]) {
                return waiting;
            }
            contains[state] = true;
            members[count++] = state;
            open[waiting] = state;
            return waiting + 1;
        }

        void advance(int character, States to, int position) {
            for (int i = 0; i < count; i++) {
                int state = members[i];
                if (kinds[state] == Kind.READ && characters[state].test(character)) {
                    to.add(state + 1, position);
                }
            }
        }
    }

    /** Writes states one after the other, up to a number that can still be followed. */
    static final class Builder {
        private final List<IntPredicate> characters = new ArrayList<>();
        private final List<Integer> targets = new ArrayList<>();
        private final List<Kind> kinds = new ArrayList<>();
        private int repetitions;

        void character(IntPredicate set) {
            add(Kind.READ, set);
        }

        void beginning() {
            add(Kind.BEGINNING, null);
        }

        void ending() {
            add(Kind.ENDING, null);
        }

        /** A state that leads on and to a place not yet known; answers which. */
        int fork() {
            return add(Kind.FORK, null);
        }

        /** A state that leads to a place not yet known; answers which. */
        int jump() {
            return add(Kind.JUMP, null);
        }

        void pointHere(int state) {
            pointTo(state, targets.size());
        }

        void pointTo(int state, int target) {
            targets.set(state, target);
        }

        /** Even repeating nothing takes time. */
        void countRepetition() {
            if (++repetitions > MAX_SIZE) {
                throw IRegexp.tooLarge();
            }
        }

        private int add(Kind kind, IntPredicate set) {
            if (targets.size() == MAX_SIZE) {
                throw IRegexp.tooLarge();
            }
            characters.add(set);
            targets.add(0);
            kinds.add(kind);
            return targets.size() - 1;
        }
    }
}
