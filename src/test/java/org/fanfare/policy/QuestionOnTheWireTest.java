package org.fanfare.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.fanfare.caller.Owner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionOnTheWireTest {

    private final QuestionOnTheWire wire = new QuestionOnTheWire(URI.create("http://policy:8181"));

    @ParameterizedTest
    @CsvSource({
        "ann, ann",
        "ann@example.org, ann@example.org",
        "a b, a%20b",
        "a/../b, a%2F..%2Fb",
        "., %2E",
        ".., %2E%2E",
        "a;b=c, a%3Bb=c",
        "a%2Fb, a%252Fb",
        "{user}, %7Buser%7D",
        "é, %C3%A9",
    })
    void theNameIsOneSegment(String name, String segment) {
        assertThat(wire.address(Owner.named(name), null)).hasToString("http://policy:8181/events/" + segment);
    }

    @Test
    void permissionAndTenantAreParameters() {
        assertThat(wire.address(new Owner("north", "ann"), "read & write"))
                .hasToString("http://policy:8181/events/ann?permission=read+%26+write&tenant=north");
    }

    @Test
    void theServiceMayHaveAPathAndAQueryOfItsOwn() {
        QuestionOnTheWire below = new QuestionOnTheWire(URI.create("https://host:8443/policy/?key=k"));

        assertThat(below.address(Owner.named("ann"), "read"))
                .hasToString("https://host:8443/policy/events/ann?key=k&permission=read");
        assertThat(below.address(Owner.named("ann"), null)).hasToString("https://host:8443/policy/events/ann?key=k");
    }
}
