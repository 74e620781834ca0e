package org.fanfare.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void aFirstArgumentWithoutDashesIsACommand() {
        assertThat(CommandLine.isMeant("dbsync")).isTrue();
        assertThat(CommandLine.isMeant("nonsense", "--port", "0")).isTrue();
    }

    @Test
    void optionsAreForTheServer() {
        assertThat(CommandLine.isMeant()).isFalse();
        assertThat(CommandLine.isMeant("--port", "0")).isFalse();
        assertThat(CommandLine.isMeant("-h")).isFalse();
    }
}
