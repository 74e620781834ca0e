package org.fanfare.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.fanfare.caller.Owner;
import org.junit.jupiter.api.Test;

class EventIdentityTest {

    @Test
    void sourceAndIdTogetherAreTheIdentity() {
        assertThat(EventIdentity.of(Owner.DEFAULT_TENANT, "/s", "1"))
                .isEqualTo(EventIdentity.of(Owner.DEFAULT_TENANT, "/s", "1"))
                .hasSize(64);
        assertThat(EventIdentity.of(Owner.DEFAULT_TENANT, "/s", "1"))
                .isNotEqualTo(EventIdentity.of(Owner.DEFAULT_TENANT, "/s", "2"));
        assertThat(EventIdentity.of(Owner.DEFAULT_TENANT, "/s", "1"))
                .isNotEqualTo(EventIdentity.of(Owner.DEFAULT_TENANT, "/t", "1"));
    }

    @Test
    void whereTheSourceEndsMatters() {
        assertThat(EventIdentity.of(Owner.DEFAULT_TENANT, "/s1", "2"))
                .isNotEqualTo(EventIdentity.of(Owner.DEFAULT_TENANT, "/s", "12"));
    }

    @Test
    void aTenantIsPartOfItUnlessItIsTheDefaultOne() {
        assertThat(EventIdentity.of("acme", "/s", "1"))
                .isNotEqualTo(EventIdentity.of(Owner.DEFAULT_TENANT, "/s", "1"))
                .isNotEqualTo(EventIdentity.of("globex", "/s", "1"));
        assertThat(EventIdentity.of(Owner.DEFAULT_TENANT, "/s", "1"))
                .as("SHA-256 of the source, a zero byte and the id, as rows have it that are older than tenants")
                .isEqualTo("f8367ecadcd04ac0e0df60440a61004d74895ff14321b16c9f284b5ea814a11e");
    }
}
