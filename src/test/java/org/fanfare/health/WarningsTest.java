package org.fanfare.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningsTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "49, 0, 0", "50, 0, 50", "69, 50, 0", "70, 50, 70", "99, 0, 90", "95, 90, 0", "60, 70, 0"})
    void theFurthestPointThatIsNewIsWarnedOf(int percent, int warned, int due) {
        assertThat(Warnings.due(percent, warned)).isEqualTo(due);
    }

    @Property
    void inOneRowOfFailuresEachPointComesOnceAndTheyRise(
            @ForAll @Size(max = 200) List<@IntRange(max = 99) Integer> percents) {
        List<Integer> told = new ArrayList<>();
        int warned = 0;
        for (int percent : percents) {
            int due = Warnings.due(percent, warned);
            if (due > 0) {
                told.add(due);
                warned = due;
            }
        }

        assertThat(told).isSorted().doesNotHaveDuplicates().isSubsetOf(50, 70, 90);
        assertThat(percents.stream().anyMatch(percent -> percent >= 50)).isEqualTo(!told.isEmpty());
    }
}
