package org.fanfare.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ManualTest {

    private final Manual manual = manual("""
            # The file.
            other.key=1
            mp.before.all.sections=1

            # --- First --------
            # What one is,
            # in two lines.
            fanfare.one=1
            fanfare.two=
            # About the section, no key.

            # Somewhere else.
            #fanfare.three-x=./data

            # --- Empty ---
            another.key=2
            # --- Last ---
            # Of each tenant.
            #fanfare.tenant.<tenant>.rate=
            """);

    static Manual manual(String text) {
        return Manual.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keysStandInSectionsWithTheirDefaultsAndTheCommentAbove() {
        assertThat(manual.sections()).extracting(Manual.Section::title).containsExactly("First", "Last");
        assertThat(manual.keys())
                .containsExactly(
                        new ManualKey("fanfare.one", "1", "What one is, in two lines."),
                        new ManualKey("fanfare.two", "", ""),
                        new ManualKey("fanfare.three-x", "./data", "Somewhere else."),
                        new ManualKey("fanfare.tenant.<tenant>.rate", "", "Of each tenant."));
    }

    @Test
    void variablesAreNamedByTheRuleOfMicroProfile() {
        assertThat(manual.keys())
                .extracting(ManualKey::variable)
                .containsExactly("FANFARE_ONE", "FANFARE_TWO", "FANFARE_THREE_X", "FANFARE_TENANT_<tenant>_RATE");
        assertThat(manual.hasVariable("FANFARE_THREE_X")).isTrue();
        assertThat(manual.hasVariable("FANFARE_THREE")).isFalse();
    }

    @Test
    void aPartInBracketsIsAnyOnePart() {
        assertThat(manual.has("fanfare.tenant.north.rate")).isTrue();
        assertThat(manual.hasVariable("FANFARE_TENANT_NORTH_RATE")).isTrue();
        assertThat(manual.has("fanfare.tenant.north.south.rate")).isFalse();
        assertThat(manual.has("fanfare.tenant.rate")).isFalse();
    }
}
