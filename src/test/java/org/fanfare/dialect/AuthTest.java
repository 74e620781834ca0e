package org.fanfare.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthTest {

    @Test
    void basicIsUserAndPasswordInUtf8() {
        assertThat(new Auth.Basic("Aladdin", "open sesame").authorization())
                .contains("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertThat(new Auth.Basic("test", "123£").authorization()).contains("Basic dGVzdDoxMjPCow==");
    }

    @Test
    void basicWithoutCredentialsIsEmptyUserAndPassword() {
        assertThat(new Auth.Basic(null, null).authorization()).contains("Basic Og==");
    }

    @Test
    void headerIsTypeAndCredentials() {
        assertThat(new Auth.Header("Bearer", "abc.def").authorization()).contains("Bearer abc.def");
    }

    @Test
    void nothingToSendIsNoHeader() {
        assertThat(new Auth.None().authorization()).isEmpty();
        assertThat(new Auth.Header(null, null).authorization()).isEmpty();
    }

    @Test
    void headerCannotSmuggleAnotherHeaderIn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Auth.Header("Bearer", "x\r\nHost: evil"));
        assertThat(Auth.isHeaderText("x\ny")).isFalse();
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(new Auth.Basic("user", "secret")).asString().doesNotContain("user", "secret");
        assertThat(new Auth.Header("Bearer", "secret")).asString().doesNotContain("secret");
        assertThat(new OutgoingRequest("POST", Map.of("Authorization", "secret"), new byte[] {1}))
                .asString()
                .isEqualTo("OutgoingRequest[POST, [Authorization], 1 bytes]");
    }
}
