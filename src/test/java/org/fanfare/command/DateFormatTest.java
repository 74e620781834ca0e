package org.fanfare.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            %Y-%m-%d %H:%M:%S    | 2026-01-31 12:00:05        | 2026-01-31T12:00:05Z
            %Y-%m-%d %H:%M:%S    | 2026-1-3 4:05:06           | 2026-01-03T04:05:06Z
            %Y-%m-%d             | 2026-01-31                 | 2026-01-31T00:00:00Z
            %d.%m.%y at %H:%M    | 31.01.26 at 12:30          | 2026-01-31T12:30:00Z
            %Y-%m-%dT%H:%M:%S.%f | 2026-01-31T12:00:05.25     | 2026-01-31T12:00:05.250Z
            %d %b %Y 100%%       | 31 Jan 2026 100%           | 2026-01-31T00:00:00Z
            %Y-%j                | 2026-032                   | 2026-02-01T00:00:00Z
            """)
    void datesAreReadAsStrptimeDoesAndAreUtc(String format, String text, Instant instant) {
        assertThat(DateFormat.of(format).read(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            %Y-%m-%d  | 2026-02-30 | is no date in the format
            %Y-%m-%d  | yesterday  | is no date in the format
            %H:%M     | 12:00      | is no date in the format
            %Y %Q     | 2026 1     | has the directive %Q
            %Y %      | 2026       | has the directive %
            """)
    void whatIsNoDateIsRefused(String format, String text, String why) {
        assertThatThrownBy(() -> DateFormat.of(format).read(text))
                .isInstanceOf(WrongUse.class)
                .hasMessageContaining(why);
    }
}
