package org.fanfare.database;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Lets what several threads want to commit at the same time share one commit, as databases do with their logs: whoever
 * finds nobody committing does so at once, for itself; whoever comes meanwhile waits, and one of those commits for all of
 * them next. So a single thread waits no longer than it would alone, and the more there are, the less each costs.
 *
 * <p>What fails together is tried again one by one, so that nobody pays for another's item; unless the database is away,
 * which all of them are told at once. As the outcome of a commit that fails may be unknown, the commit must be harmless to
 * repeat. Thread-safe; must not be used inside a transaction, for the commit is another thread's.
 *
 * @param <T> what is committed
 * @param <R> what is known of it afterwards
 */
public final class GroupCommit<T, R> {

    /** Two, so that one can be prepared while the database waits for its disk with the other. */
    private static final int MOST_LEADERS = 2;

    private final int mostOfOne;
    private final Function<List<T>, List<R>> commit;
    private final Queue<Member<T, R>> waiting = new ArrayDeque<>();
    private int leaders;

    /**
     * @param mostOfOne how many items one commit has at the most
     * @param commit commits all items in one transaction, or none; gives what is known of each, in their order
     */
    public GroupCommit(int mostOfOne, Function<List<T>, List<R>> commit) {
        this.mostOfOne = mostOfOne;
        this.commit = commit;
    }

    /**
     * Commits the item, together with those of others.
     *
     * @throws RuntimeException what the commit threw
     */
    public R submit(T item) {
        Member<T, R> mine = new Member<>(item);
        List<Member<T, R>> group = enter(mine);
        if (group.isEmpty()) {
            group = mine.awaitTurn();
        }
        if (!group.isEmpty()) {
            lead(group);
        }
        return mine.result();
    }

    /** The group to lead, this member alone; empty if it has to wait. */
    private synchronized List<Member<T, R>> enter(Member<T, R> mine) {
        if (leaders < MOST_LEADERS) {
            leaders++;
            return List.of(mine);
        }
        waiting.add(mine);
        return List.of();
    }

    private void lead(List<Member<T, R>> group) {
        try {
            commitTogether(group);
        } finally {
            handOver();
        }
    }

    private synchronized void handOver() {
        List<Member<T, R>> group = new ArrayList<>();
        while (group.size() < mostOfOne && !waiting.isEmpty()) {
            group.add(waiting.remove());
        }
        if (group.isEmpty()) {
            leaders--;
        } else {
            group.get(0).lead(group);
        }
    }

    private void commitTogether(List<Member<T, R>> group) {
        try {
            List<R> results =
                    commit.apply(group.stream().map(member -> member.item).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).succeed(results.get(i));
            }
        } catch (RuntimeException failed) {
            if (group.size() == 1 || Outage.isBehind(failed)) {
                group.forEach(member -> member.fail(failed));
            } else {
                group.forEach(member -> commitTogether(List.of(member)));
            }
        } catch (Error broken) {
            group.forEach(member -> member.fail(broken));
            throw broken;
        }
    }

    /** One item, and the thread that waits with it: first for its turn, then for its result. */
    private static final class Member<T, R> {

        private final T item;
        private final CompletableFuture<List<Member<T, R>>> turn = new CompletableFuture<>();
        private final CompletableFuture<R> result = new CompletableFuture<>();

        private Member(T item) {
            this.item = item;
        }

        void lead(List<Member<T, R>> group) {
            turn.complete(group);
        }

        void succeed(R known) {
            result.complete(known);
            turn.complete(List.of());
        }

        void fail(Throwable failure) {
            result.completeExceptionally(failure);
            turn.complete(List.of());
        }

        /** The group to lead; empty if another has committed for this one. */
        List<Member<T, R>> awaitTurn() {
            return turn.join();
        }

        R result() {
            try {
                return result.join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof RuntimeException thrown) {
                    throw thrown;
                }
                throw failed;
            }
        }
    }
}
