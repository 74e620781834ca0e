package org.fanfare.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class IncidentTest {

    private final LineLog log = new LineLog();
    private final Exception cause = new IllegalStateException("secret");

    @Test
    void theLogHasTheCauseUnderTheIdThatIsTold() {
        Incident incident = Incident.log(log, "thing broke thing=7", cause);

        assertThat(log.lines).containsExactly("ERROR thing broke thing=7 incident=" + incident.id());
        assertThat(log.causes).containsExactly(cause);
        assertThat(incident.sentence())
                .isEqualTo("The log has it as incident " + incident.id() + ".")
                .doesNotContain("secret");
    }

    @Test
    void eachIncidentHasItsOwnId() {
        assertThat(Incident.log(log, "thing broke", cause)).isNotEqualTo(Incident.log(log, "thing broke", cause));
    }

    private static final class LineLog implements Logger {

        private final List<String> lines = new ArrayList<>();
        private final List<Throwable> causes = new ArrayList<>();

        @Override
        public String getName() {
            return "log";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            lines.add(level + " " + message);
            causes.add(thrown);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            lines.add(level + " " + format);
        }
    }
}
