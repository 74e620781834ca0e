package org.fanfare.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurabilityTest {

    @ParameterizedTest
    @CsvSource({"on, on", "on, local", "on, remote_write", "on, remote_apply"})
    void aDatabaseThatWaitsForItsDiskIsNoMatter(String fsync, String synchronousCommit) {
        assertThat(new Durability(fsync, synchronousCommit).warning()).isEmpty();
    }

    @Test
    void commitsThatDoNotWaitAreWarnedOf() {
        assertThat(new Durability("on", "off").warning())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("synchronous_commit=off"));
    }

    @Test
    void aDiskThatIsNotWaitedForIsWarnedOf() {
        assertThat(new Durability("off", "on").warning())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("fsync=off"));
    }
}
