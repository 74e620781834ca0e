package org.fanfare.jsonpath;

import java.util.List;
import java.util.function.IntPredicate;

/** The parts of a regular expression; each writes itself into an automaton. */
sealed interface Regexp {

    void emit(Automaton.Builder to);

    /** One character of a set. */
    record One(IntPredicate set) implements Regexp {
        @Override
        public void emit(Automaton.Builder to) {
            to.character(set);
        }
    }

    /** The beginning or the end of the text. */
    enum Edge implements Regexp {
        BEGINNING {
            @Override
            public void emit(Automaton.Builder to) {
                to.beginning();
            }
        },
        END {
            @Override
            public void emit(Automaton.Builder to) {
                to.ending();
            }
        }
    }

    /** One after the other. */
    record Sequence(List<Regexp> parts) implements Regexp {
        @Override
        public void emit(Automaton.Builder to) {
            parts.forEach(part -> part.emit(to));
        }
    }

    /** One or the other. */
    record Choice(List<Regexp> branches) implements Regexp {
        @Override
        public void emit(Automaton.Builder to) {
            int[] ends = new int[branches.size() - 1];
            for (int i = 0; i < ends.length; i++) {
                int fork = to.fork();
                branches.get(i).emit(to);
                ends[i] = to.jump();
                to.pointHere(fork);
            }
            branches.get(ends.length).emit(to);
            for (int end : ends) {
                to.pointHere(end);
            }
        }
    }

    /** The same several times; a missing maximum is -1. */
    record Repeated(Regexp part, int least, int most) implements Regexp {
        @Override
        public void emit(Automaton.Builder to) {
            for (int i = 0; i < least; i++) {
                to.countRepetition();
                part.emit(to);
            }
            if (most < 0) {
                int fork = to.fork();
                part.emit(to);
                to.pointTo(to.jump(), fork);
                to.pointHere(fork);
                return;
            }
            int[] forks = new int[Math.max(0, Math.min(most - least, Automaton.MAX_SIZE + 1))];
            for (int i = 0; i < forks.length; i++) {
                forks[i] = to.fork();
                part.emit(to);
            }
            for (int fork : forks) {
                to.pointHere(fork);
            }
        }
    }
}
