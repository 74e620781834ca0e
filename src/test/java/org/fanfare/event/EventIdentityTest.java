package org.fanfare.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventIdentityTest {

    @Test
    void sourceAndIdTogetherAreTheIdentity() {
        assertThat(EventIdentity.of("/s", "1"))
                .isEqualTo(EventIdentity.of("/s", "1"))
                .hasSize(64);
        assertThat(EventIdentity.of("/s", "1")).isNotEqualTo(EventIdentity.of("/s", "2"));
        assertThat(EventIdentity.of("/s", "1")).isNotEqualTo(EventIdentity.of("/t", "1"));
    }

    @Test
    void whereTheSourceEndsMatters() {
        assertThat(EventIdentity.of("/s1", "2")).isNotEqualTo(EventIdentity.of("/s", "12"));
    }
}
