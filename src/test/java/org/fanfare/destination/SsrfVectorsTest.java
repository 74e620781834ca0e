package org.fanfare.destination;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.fanfare.destination.Verdict.Ground;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of {@code vectors/ssrf.json} against the default rules. */
class SsrfVectorsTest {

    private static final JsonObject VECTORS = read();

    private final AddressRules rules = new AddressRules(DestinationSettings.defaults());
    private final Destinations destinations = new Destinations(DestinationSettings.defaults());

    private static JsonObject read() {
        try (JsonReader reader = Json.createReader(SsrfVectorsTest.class.getResourceAsStream("/vectors/ssrf.json"))) {
            return reader.readObject();
        }
    }

    private static Stream<String> strings(String member) {
        return VECTORS.getJsonArray(member).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString);
    }

    static Stream<JsonObject> specialRanges() {
        return VECTORS.getJsonArray("special_purpose").getValuesAs(JsonObject.class).stream();
    }

    static Stream<String> addressesToBlock() {
        return strings("must_block");
    }

    static Stream<String> addressesToAllow() {
        return strings("must_allow");
    }

    static Stream<String> urlsToBlock() {
        return strings("urls_must_block");
    }

    static Stream<String> urlsToReject() {
        return strings("urls_must_reject");
    }

    @ParameterizedTest
    @MethodSource("specialRanges")
    void bothEndsOfASpecialRangeAreJudgedAsTheTableSays(JsonObject row) {
        String prefix = row.getString("prefix");
        boolean isReachable = row.get("globally_reachable") == JsonValue.TRUE;
        if (prefix.equals("::ffff:0:0/96")) {
            assertThat(objection("::ffff:0.0.0.0")).isNotNull();
            assertThat(objection("::ffff:255.255.255.255")).isNotNull();
            return;
        }
        if (prefix.equals("64:ff9b::/96")) { // reachable, but its ends hold 0.0.0.0 and 255.255.255.255
            isReachable = false;
        }
        AddressRange range = AddressRange.parse(prefix);
        assertThat(objection(range.first()) == null).as("first").isEqualTo(isReachable);
        assertThat(objection(range.last()) == null).as("last").isEqualTo(isReachable);
    }

    @ParameterizedTest
    @MethodSource("addressesToBlock")
    void blocksAddress(String address) {
        assertThat(objection(address)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("addressesToBlock")
    void blocksUrlWithAddress(String address) {
        assertThat(destinations.check(url(address)))
                .isInstanceOfSatisfying(
                        Verdict.Forbidden.class,
                        forbidden -> assertThat(forbidden.ground()).isEqualTo(Ground.ADDRESS));
    }

    @ParameterizedTest
    @MethodSource("addressesToAllow")
    void allowsAddress(String address) {
        assertThat(objection(address)).isNull();
        assertThat(destinations.check(url(address)).isAllowed()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("urlsToBlock")
    void blocksUrl(String url) {
        assertThat(destinations.check(url).isAllowed()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("urlsToReject")
    void rejectsUrl(String url) {
        assertThat(destinations.check(url))
                .isInstanceOfSatisfying(
                        Verdict.Forbidden.class,
                        forbidden -> assertThat(forbidden.ground()).isEqualTo(Ground.URL));
    }

    @ParameterizedTest
    @MethodSource("policyChoices")
    void choosesByPolicy(String address, boolean isAllowed) {
        assertThat(objection(address) == null).isEqualTo(isAllowed);
    }

    static Stream<Arguments> policyChoices() {
        return VECTORS.getJsonArray("policy_choice").getValuesAs(JsonObject.class).stream()
                .map(choice -> choice.getString("address"))
                .map(address -> Arguments.of(address, !address.equals("168.63.129.16")));
    }

    private String objection(String address) {
        try {
            return objection(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    private String objection(InetAddress address) {
        return rules.objectionTo(address.getHostAddress(), address).orElse(null);
    }

    private static String url(String address) {
        return "http://" + (address.contains(":") ? "[" + address + "]" : address) + "/hook";
    }
}
