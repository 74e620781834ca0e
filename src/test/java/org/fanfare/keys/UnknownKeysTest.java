package org.fanfare.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownKeysTest {

    private final UnknownKeys keys = new UnknownKeys(ManualTest.manual("""
            # --- All ---
            fanfare.policy.url=
            fanfare.policy.read-timeout=PT10S
            fanfare.retention=P30D
            """));

    @Test
    void knownKeysAndTheNamesOfOthersAreFine() {
        assertThat(keys.inProperties(
                        List.of("fanfare.policy.url", "fanfare.policy.read-timeout", "java.home", "org.fanfare.x"),
                        "p"))
                .isEmpty();
        assertThat(keys.inEnvironment(Map.of("FANFARE_POLICY_READ_TIMEOUT", "PT1S", "PATH", "/bin", "FANFAREX", "")))
                .isEmpty();
    }

    @Test
    void aTypoIsToldWithItsSourceAndTheNearestKey() {
        assertThat(keys.inProperties(List.of("fanfare.polcy.url"), "system property"))
                .contains("there is no setting fanfare.polcy.url (system property). Did you mean fanfare.policy.url?");
        assertThat(keys.inEnvironment(Map.of("FANFARE_RETENTON", "P1D")))
                .contains("there is no setting FANFARE_RETENTON (environment). Did you mean FANFARE_RETENTION?");
    }

    @Test
    void allTyposAreToldTogether() {
        assertThat(keys.inProperties(List.of("fanfare.retentoin", "fanfare.nothing.like.it.anywhere"), "p"))
                .contains("there is no setting fanfare.nothing.like.it.anywhere (p). docs/configuration.md has all that"
                        + " there are. And there is no setting fanfare.retentoin (p). Did you mean fanfare.retention?");
    }

    @Test
    void aKeyInTheSpellingOfAnotherSourceIsATypoToo() {
        assertThat(keys.inProperties(List.of("fanfare.policy.read.timeout"), "p"))
                .isPresent();
    }

    @Test
    void keysOfTheTestsAreNoSettings() {
        assertThat(keys.inProperties(List.of("fanfare.test.server"), "p")).isEmpty();
        assertThat(keys.inEnvironment(Map.of("FANFARE_TEST_SERVER", "x"))).isEmpty();
    }

    /** Kubernetes sets these in each pod beside a service "fanfare" or "fanfare-database". */
    @ParameterizedTest
    @CsvSource({
        "FANFARE_SERVICE_HOST, 10.0.0.1",
        "FANFARE_SERVICE_PORT, 8080",
        "FANFARE_SERVICE_PORT_HTTP, 8080",
        "FANFARE_PORT, tcp://10.0.0.1:8080",
        "FANFARE_PORT_8080_TCP, tcp://10.0.0.1:8080",
        "FANFARE_PORT_8080_TCP_PROTO, tcp",
        "FANFARE_DATABASE_PORT_5432_TCP_ADDR, 10.0.0.2",
    })
    void whatTheSurroundingsSetForAServiceOfThatNameIsPassedOver(String variable, String value) {
        assertThat(keys.inEnvironment(Map.of(variable, value))).isEmpty();
    }

    @Test
    void aPortThatIsNoLinkIsATypo() {
        assertThat(keys.inEnvironment(Map.of("FANFARE_PORT", "8080"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"'','',0", "abc,abc,0", "abc,abd,1", "abc,ac,1", "abc,xabc,1", "kitten,sitting,3", "'',abc,3"})
    void distanceCountsChangesOfCharacters(String one, String other, int changes) {
        assertThat(UnknownKeys.distance(one, other)).isEqualTo(changes);
        assertThat(UnknownKeys.distance(other, one)).isEqualTo(changes);
    }
}
