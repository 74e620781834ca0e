package org.fanfare.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.fanfare.testing.Certificates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientIdentityTest {

    @TempDir
    private static Path directory;

    private static Certificates ours;
    private static Certificates others;

    @BeforeAll
    static void makeKeys() {
        ours = Certificates.selfSigned(directory, "fanfare.test", "EC");
        others = Certificates.selfSigned(directory, "others.test", "EC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void keyAndCertificateOfEachAlgorithmCanBeUsed(String algorithm) throws Exception {
        Certificates pair = Certificates.selfSigned(directory, "fanfare.test", algorithm);
        ClientIdentity identity = new ClientIdentity(pair.keyPem(), pair.certificatePem());

        assertThat(identity.faultOfKey()).isEmpty();
        assertThat(identity.faultOfCertificates(Instant.now())).isEmpty();
        assertThat(identity.keyManagers()).isNotEmpty();
    }

    @Test
    void certificatesMayBeAChain() {
        String chain = ours.certificatePem() + others.certificatePem();

        assertThat(new ClientIdentity(ours.keyPem(), chain).faultOfCertificates(Instant.now()))
                .isEmpty();
    }

    @Test
    void keyOfAnotherCertificateIsRefused() {
        assertThat(new ClientIdentity(others.keyPem(), ours.certificatePem()).faultOfCertificates(Instant.now()))
                .contains("The key is not that of the first certificate.");
    }

    @Test
    void keyOfAnotherAlgorithmIsRefused() {
        String rsa = Certificates.selfSigned(directory, "fanfare.test", "RSA").keyPem();

        assertThat(new ClientIdentity(rsa, ours.certificatePem()).faultOfCertificates(Instant.now()))
                .contains("The key is not that of the first certificate.");
    }

    @Test
    void expiredCertificateIsRefused() {
        Instant later = Instant.now().plus(Duration.ofDays(365));

        assertThat(new ClientIdentity(ours.keyPem(), ours.certificatePem()).faultOfCertificates(later))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("The certificate expired on "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "key",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n!\n-----END PRIVATE KEY-----"
            })
    void whatIsNoKeyIsRefused(String key) {
        assertThat(new ClientIdentity(key, ours.certificatePem()).faultOfKey()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"})
    void whatIsNoCertificateIsRefused(String certificate) {
        assertThat(new ClientIdentity(ours.keyPem(), certificate).faultOfCertificates(Instant.now()))
                .isNotEmpty();
    }

    @Test
    void sameTextsAreTheSameIdentity() {
        ClientIdentity one = new ClientIdentity(ours.keyPem(), ours.certificatePem());

        assertThat(one)
                .isEqualTo(new ClientIdentity(ours.keyPem(), ours.certificatePem()))
                .hasSameHashCodeAs(new ClientIdentity(ours.keyPem(), ours.certificatePem()))
                .isNotEqualTo(new ClientIdentity(others.keyPem(), others.certificatePem()));
        assertThat(one.toString()).doesNotContain("PRIVATE");
    }
}
