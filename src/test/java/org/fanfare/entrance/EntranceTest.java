package org.fanfare.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fanfare.caller.CallerSettings;
import org.fanfare.caller.Identity;
import org.fanfare.caller.Identity.Means;
import org.fanfare.caller.Role;
import org.fanfare.destination.AddressRange;
import org.fanfare.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown, and what becomes of it. */
class EntranceTest {

    private static final String PROXY = "10.1.2.3";
    private static final String STRANGER = "203.0.113.9";
    private static final String GOOD = "ffr_good";
    private static final Identity BEARER =
            new Identity("tom", "acme", Set.of(Role.PRODUCER), Means.TOKEN, new UUID(0, 1));
    private static final Identity FROM_JWT = new Identity("jane", "default", Set.of(Role.OPERATOR), Means.JWT);

    private final Realm realm = (user, password) -> user.equals("bob") && password.equals("pass:word")
            ? new Realm.Answer.Groups(Set.of("operator", "staff"))
            : new Realm.Answer.Wrong();

    @Test
    void aTrustedProxyNamesTheUser() {
        Identity olga = known(all().admit(from(PROXY).users("olga").presented(), realm));

        assertThat(olga.name()).isEqualTo("olga");
        assertThat(olga.tenant()).isEqualTo("default");
        assertThat(olga.roles()).containsExactlyInAnyOrder(Role.SUBSCRIBER, Role.PRODUCER, Role.OPERATOR);
        assertThat(olga.means()).isEqualTo(Means.HEADER);
    }

    @Test
    void aTrustedProxyNamesTenantAndRoles() {
        Identity known = known(all().admit(
                        from(PROXY)
                                .users("olga")
                                .tenants("acme")
                                .roles("producer, other ,admin")
                                .presented(),
                        realm));

        assertThat(known.tenant()).isEqualTo("acme");
        assertThat(known.roles()).containsExactlyInAnyOrder(Role.PRODUCER, Role.OPERATOR, Role.ADMIN);
    }

    @Test
    void whomATrustedProxyDoesNotNameIsTheDefaultUser() {
        assertThat(known(all().admit(from(PROXY).presented(), realm)).name()).isEqualTo("default_user");
        assertThat(known(all().admit(from(PROXY).tenants("acme").presented(), realm))
                        .tenant())
                .isEqualTo("acme");
    }

    @Test
    void withoutDefaultUserThatIsNobody() {
        CallerSettings nobody = new CallerSettings("U", "", "T", "R", Set.of(), Set.of(), Set.of());
        Entrance entrance = new Entrance(settings(EnumSet.allOf(Method.class)), new ProxyHeaders(nobody), Map.of());

        assertThat(entrance.admit(from(PROXY).presented(), realm)).isInstanceOf(Entry.Nobody.class);
    }

    @Test
    void whoeverIsNoProxyIsNeverTheDefaultUser() {
        assertThat(all().admit(from(STRANGER).presented(), realm)).isInstanceOf(Entry.Nobody.class);
    }

    @Test
    void nobodyElseMayNameTheCaller() {
        assertThat(refused(all().admit(from(STRANGER).users("olga").presented(), realm))
                        .method())
                .isEqualTo(Method.HEADER);
        refused(all().admit(from(STRANGER).tenants("acme").presented(), realm));
        refused(all().admit(from(STRANGER).roles("admin").presented(), realm));
        refused(all().admit(
                        from(STRANGER)
                                .tenants("acme")
                                .authorization("Token " + GOOD)
                                .presented(),
                        realm));
    }

    @Test
    void whereTheHeaderIsOffNoProxyMayEither() {
        Entrance entrance = entrance(EnumSet.of(Method.TOKEN));

        refused(entrance.admit(from(PROXY).users("olga").presented(), realm));
        assertThat(entrance.admit(from(PROXY).presented(), realm)).isInstanceOf(Entry.Nobody.class);
        assertThat(known(entrance.admit(
                        from(PROXY).authorization("Token " + GOOD).presented(), realm)))
                .isEqualTo(BEARER);
    }

    @Test
    void aHeaderThatIsThereTwiceIsRefused() {
        refused(all().admit(from(PROXY).users("olga", "eve").presented(), realm));
        refused(all().admit(from(PROXY).users("olga").tenants("a", "b").presented(), realm));
        refused(all().admit(from(PROXY).users("olga").roles("admin", "producer").presented(), realm));
    }

    @Test
    void namesThatCannotBeAreMalformed() {
        assertThat(refused(all().admit(from(PROXY).users("x".repeat(256)).presented(), realm))
                        .problem()
                        .type())
                .isEqualTo(ProblemType.MALFORMED);
        assertThat(refused(all().admit(from(PROXY).users("olga").tenants("a/b").presented(), realm))
                        .problem()
                        .type())
                .isEqualTo(ProblemType.MALFORMED);
    }

    @Test
    void theProxysUserCountsBeforeAuthorization() {
        Entry entry = all().admit(
                        from(PROXY)
                                .users("olga")
                                .authorization("Digest whatever")
                                .presented(),
                        realm);

        assertThat(known(entry).name()).isEqualTo("olga");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token ffr_good", "token   ffr_good", "Bearer ffr_good", "BEARER ffr_good "})
    void aTokenIsShownByEitherScheme(String authorization) {
        assertThat(known(all().admit(from(STRANGER).authorization(authorization).presented(), realm)))
                .isEqualTo(BEARER);
    }

    @Test
    void anyOtherBearerIsAJwt() {
        assertThat(known(all().admit(from(STRANGER).authorization("Bearer eyJ").presented(), realm)))
                .isEqualTo(FROM_JWT);
    }

    @Test
    void nameAndPasswordAreAskedOfTheRealm() {
        Identity bob = known(
                all().admit(from(STRANGER).authorization(basic("bob:pass:word")).presented(), realm));

        assertThat(bob).isEqualTo(new Identity("bob", "default", Set.of(Role.OPERATOR), Means.BASIC));
    }

    @Test
    void aRealmThatKeepsItsGroupsToItselfIsAskedForRolesOfWhoeverIsLoggedIn() {
        Entry entry = all().admit(
                        from(STRANGER).authorization(basic("admin:pass:word")).presented(),
                        (user, password) -> new Realm.Answer.Untold());

        assertThat(entry).isEqualTo(new Entry.ByServer("admin"));
        assertThat(new Entry.ByServer("admin").known("producer"::equals).identity())
                .isEqualTo(new Identity("admin", "default", Set.of(Role.PRODUCER), Means.BASIC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Token ffr_bad",
                "Bearer ffr_bad",
                "Token",
                "Token ",
                "Bearer",
                "Digest username=\"bob\"",
                "Negotiate abc",
                "ffr_good",
                "Basic !!!",
                "Basic",
                "Basic Ym9i",
                "Basic Ym9iOg==",
                "Basic OnBhc3M6d29yZA=="
            })
    void whatIsWrongIsNeverPassedOver(String authorization) {
        Entry.Refused refused =
                refused(all().admit(from(PROXY).authorization(authorization).presented(), realm));

        assertThat(refused.problem().type()).isEqualTo(ProblemType.UNAUTHENTICATED);
        assertThat(refused.problem().getMessage()).isEqualTo("The credentials are not good here.");
    }

    @Test
    void authorizationThatIsThereTwiceIsRefused() {
        refused(all().admit(
                        from(STRANGER)
                                .authorization("Token " + GOOD, "Token " + GOOD)
                                .presented(),
                        realm));
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"TOKEN", "JWT", "BASIC"})
    void aMethodThatIsOffTakesNothing(Method method) {
        String good = switch (method) {
            case TOKEN -> "Token " + GOOD;
            case JWT -> "Bearer eyJ";
            default -> basic("bob:pass:word");
        };

        known(entrance(EnumSet.allOf(Method.class))
                .admit(from(PROXY).authorization(good).presented(), realm));
        Entry.Refused refused = refused(entrance(EnumSet.complementOf(EnumSet.of(method)))
                .admit(from(PROXY).authorization(good).presented(), realm));
        assertThat(refused.method()).isEqualTo(method);
    }

    private static Entrance all() {
        return entrance(EnumSet.allOf(Method.class));
    }

    private static Entrance entrance(Set<Method> methods) {
        CallerSettings callers = new CallerSettings(
                "U", "default_user", "T", "R", Set.of(Role.SUBSCRIBER, Role.PRODUCER), Set.of("olga"), Set.of());
        Check tokens = new TokenCheck(text -> text.equals(GOOD) ? Optional.of(BEARER) : Optional.empty());
        Check jwts = text -> text.equals("eyJ") ? new Entry.Known(FROM_JWT) : Entry.wrong(Method.JWT, "bad");
        return new Entrance(
                settings(methods), new ProxyHeaders(callers), Map.of(Method.TOKEN, tokens, Method.JWT, jwts));
    }

    private static EntranceSettings settings(Set<Method> methods) {
        return new EntranceSettings(methods, true, List.of(AddressRange.parse("10.0.0.0/8")));
    }

    private static String basic(String text) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Shown from(String peer) {
        return new Shown(peer, List.of(), List.of(), List.of(), List.of());
    }

    /** Made step by step. */
    private record Shown(
            String peer, List<String> users, List<String> tenants, List<String> roles, List<String> authorizations) {

        Shown users(String... values) {
            return new Shown(peer, List.of(values), tenants, roles, authorizations);
        }

        Shown tenants(String... values) {
            return new Shown(peer, users, List.of(values), roles, authorizations);
        }

        Shown roles(String... values) {
            return new Shown(peer, users, tenants, List.of(values), authorizations);
        }

        Shown authorization(String... values) {
            return new Shown(peer, users, tenants, roles, List.of(values));
        }

        Presented presented() {
            return new Presented(peer, users, tenants, roles, authorizations);
        }
    }

    private static Identity known(Entry entry) {
        assertThat(entry).isInstanceOf(Entry.Known.class);
        return ((Entry.Known) entry).identity();
    }

    private static Entry.Refused refused(Entry entry) {
        assertThat(entry).isInstanceOf(Entry.Refused.class);
        return (Entry.Refused) entry;
    }
}
