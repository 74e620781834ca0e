package org.fanfare.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompanyTest {

    private final List<List<String>> done = new ArrayList<>();

    @Test
    void whatGoesWellTogetherIsDoneOnce() {
        assertThat(new Company(3).together(List.of("a", "b", "c"), this::work)).containsExactly("a!", "b!", "c!");
        assertThat(done).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void withNothingToDoNothingIsDone() {
        assertThat(new Company(2).together(List.of(), this::work)).isEmpty();
        assertThat(done).isEmpty();
    }

    @Test
    void oneThatBreaksDownDoesNotHoldUpTheOthers() {
        assertThat(new Company(3).together(List.of("a", "bad", "c"), this::work))
                .containsExactly("a!", "c!");
        assertThat(new Company(3).each(List.of("a", "bad", "c"), this::workAlone))
                .containsExactly("a!", "c!");
    }

    @Test
    void oneThatBreaksDownAndCameAloneIsThrownForTheBrokerToBringItAgain() {
        assertThatThrownBy(() -> new Company(1).together(List.of("bad"), this::work))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Company(1).each(List.of("bad"), this::workAlone))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(done).hasSize(2);
    }

    @Test
    void oneThatIsLeftOfACompanyDoesNotBringTheOthersAgain() {
        assertThat(new Company(2).together(List.of("bad"), this::work)).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayIsThrownWithoutAskingItForEach() {
        assertThatThrownBy(() -> new Company(3).together(List.of("a", "away", "c"), this::work))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> new Company(3).each(List.of("away", "b", "c"), this::workAlone))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(done).hasSize(2);
    }

    private String workAlone(String item) {
        return work(List.of(item)).get(0);
    }

    private List<String> work(List<String> items) {
        done.add(items);
        if (items.contains("bad")) {
            throw new IllegalArgumentException("bad");
        }
        if (items.contains("away")) {
            throw new IllegalStateException(new SQLException("away", "08006"));
        }
        return items.stream().map(item -> item + "!").toList();
    }
}
