package org.fanfare.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fanfare.launch.Options.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void withoutOptionsItListensOnThisMachineOnly() {
        assertThat(Options.parse()).isEqualTo(new Options("127.0.0.1", 8080, false, Request.START));
    }

    @Test
    void optionsComeInAnyOrder() {
        Options expected = new Options("0.0.0.0", 0, true, Request.START);
        assertThat(Options.parse("--port", "0", "--demo", "--host", "0.0.0.0")).isEqualTo(expected);
        assertThat(Options.parse("--host", "0.0.0.0", "--port", "0", "--demo")).isEqualTo(expected);
    }

    @Test
    void scriptsAskForTheSettingsOfTheStartTheyMake() {
        assertThat(Options.parse("--port", "81", "--settings", "--demo"))
                .isEqualTo(new Options("127.0.0.1", 81, true, Request.SETTINGS));
    }

    @Test
    void helpVersionAndANewKeyCanBeAskedFor() {
        assertThat(Options.parse("--help").request()).isEqualTo(Request.HELP);
        assertThat(Options.parse("--version").request()).isEqualTo(Request.VERSION);
        assertThat(Options.parse("--new-secrets-key").request()).isEqualTo(Request.NEW_SECRETS_KEY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --prot 1     | There is no option "--prot". Try --help.
                    8080         | There is no option "8080". Try --help.
                    --port       | The option --port needs a value. Try --help.
                    --port --help| The option --port needs a value. Try --help.
                    --port 65536 | The port has to be a number from 0 to 65535, not "65536". Try --help.
                    --port -1    | The port has to be a number from 0 to 65535, not "-1". Try --help.
                    """)
    void wrongOptionsAreRefusedInASentence(String line, String sentence) {
        assertThatThrownBy(() -> Options.parse(line.split(" ")))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(2))
                .hasMessage(sentence);
    }
}
