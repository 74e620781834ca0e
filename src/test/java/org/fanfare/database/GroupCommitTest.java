package org.fanfare.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<String>> commits = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void stop() {
        gate.countDown();
        threads.shutdownNow();
    }

    @Test
    void aSingleItemIsCommittedAtOnceAndAlone() {
        GroupCommit<String, String> group = new GroupCommit<>(10, this::commit);

        assertThat(group.submit("a")).isEqualTo("a!");
        assertThat(group.submit("b")).isEqualTo("b!");
        assertThat(commits).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void whatComesWhileOthersCommitIsCommittedTogetherAndEachGetsItsOwnResult() throws Exception {
        GroupCommit<String, String> group = new GroupCommit<>(10, this::commitSlowly);
        List<Future<String>> results = submitBehindTwo(group, "a", "b", "c");

        for (Future<String> each : results) {
            each.get();
        }
        assertThat(commits).hasSize(3);
        assertThat(commits.get(2)).containsExactly("a", "b", "c");
        assertThat(results.get(3).get()).isEqualTo("b!");
    }

    @Test
    void noCommitHasMoreThanItMay() throws Exception {
        GroupCommit<String, String> group = new GroupCommit<>(2, this::commitSlowly);
        List<Future<String>> results = submitBehindTwo(group, "a", "b", "c");

        for (Future<String> each : results) {
            each.get();
        }
        assertThat(commits.subList(2, commits.size())).containsExactlyInAnyOrder(List.of("a", "b"), List.of("c"));
    }

    @Test
    void whatFailsTogetherIsTriedOneByOneSoThatOnlyTheBadOneFails() throws Exception {
        GroupCommit<String, String> group = new GroupCommit<>(10, this::commitSlowly);
        List<Future<String>> results = submitBehindTwo(group, "a", "bad", "c");

        assertThat(results.get(2).get()).isEqualTo("a!");
        assertThatThrownBy(results.get(3)::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(results.get(4).get()).isEqualTo("c!");
        assertThat(group.submit("later")).isEqualTo("later!");
    }

    @Test
    void aDatabaseThatIsAwayIsToldToAllWithoutAskingItForEach() throws Exception {
        GroupCommit<String, String> group = new GroupCommit<>(10, items -> {
            commitSlowly(items);
            throw new IllegalStateException(new SQLException("away", "08006"));
        });
        List<Future<String>> results = submitBehindTwo(group, "a", "b", "c");

        for (Future<String> each : results) {
            assertThatThrownBy(each::get).hasRootCauseInstanceOf(SQLException.class);
        }
        assertThat(commits).hasSize(3);
    }

    @Test
    void anErrorIsToldToAllAndTheNextCommitGoesOn() throws Exception {
        GroupCommit<String, String> group = new GroupCommit<>(10, items -> {
            if (items.contains("bad")) {
                throw new StackOverflowError();
            }
            return commit(items);
        });

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> group.submit("bad")).isInstanceOf(StackOverflowError.class);
        }
        assertThat(group.submit("a")).isEqualTo("a!");
    }

    @Test
    void manyThreadsGetWhatIsTheirs() throws Exception {
        GroupCommit<String, String> group = new GroupCommit<>(7, this::commit);
        CompletionService<Boolean> done = new ExecutorCompletionService<>(threads);
        for (int thread = 0; thread < 16; thread++) {
            String name = "t" + thread + "-";
            done.submit(() -> {
                for (int i = 0; i < 200; i++) {
                    if (!group.submit(name + i).equals(name + i + "!")) {
                        return false;
                    }
                }
                return true;
            });
        }
        for (int thread = 0; thread < 16; thread++) {
            assertThat(done.take().get()).isTrue();
        }
        assertThat(commits.stream().mapToInt(List::size).sum()).isEqualTo(16 * 200);
    }

    /** Submits two that are being committed, and these while they are; then all go on. The results of the two come first. */
    private List<Future<String>> submitBehindTwo(GroupCommit<String, String> group, String... items) {
        List<Future<String>> results = submit(group, "first", "second");
        await().until(() -> commits.size() == 2);
        results.addAll(submit(group, items));
        gate.countDown();
        return results;
    }

    /** Submits each in a thread of its own, in this order. */
    private List<Future<String>> submit(GroupCommit<String, String> group, String... items) {
        List<Future<String>> results = new ArrayList<>();
        for (String item : items) {
            CountDownLatch begun = new CountDownLatch(1);
            Thread[] thread = new Thread[1];
            Function<String, String> work = group::submit;
            results.add(threads.submit(() -> {
                thread[0] = Thread.currentThread();
                begun.countDown();
                return work.apply(item);
            }));
            await().until(() -> begun.getCount() == 0 && isWaiting(thread[0]));
        }
        return results;
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TERMINATED;
    }

    private List<String> commit(List<String> items) {
        commits.add(items);
        return results(items);
    }

    private List<String> commitSlowly(List<String> items) {
        commits.add(items);
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return results(items);
    }

    private static List<String> results(List<String> items) {
        if (items.contains("bad")) {
            throw new IllegalArgumentException("bad");
        }
        return items.stream().map(item -> item + "!").toList();
    }
}
