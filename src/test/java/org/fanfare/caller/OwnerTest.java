package org.fanfare.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerTest {

    private static final Owner OPERATOR = new Owner("acme", "olga");

    private final CallerSettings settings =
            new CallerSettings("User", "nobody", "Tenant", "", Set.of(), Set.of("acme/olga", "ada"), Set.of("ada"));

    @ParameterizedTest
    @ValueSource(strings = {"acme", "A", "0", "acme.example-1_b"})
    void aTenantHasAPlainName(String name) {
        assertThat(Owner.isTenant(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a/b",
                "a b",
                ".a",
                "-a",
                "ä",
                "a\n",
                "a=b",
                "a,b",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void noTenantIsCalledAnythingElse(String name) {
        assertThat(Owner.isTenant(name)).isFalse();
    }

    @Property
    void noTwoUsersAreWrittenAlike(
            @ForAll @AlphaChars @StringLength(min = 1, max = 3) String tenant,
            @ForAll @NotEmpty @Chars({'a', '/', 'd'}) String name,
            @ForAll @AlphaChars @StringLength(min = 1, max = 3) String otherTenant,
            @ForAll @NotEmpty @Chars({'a', '/', 'd'}) String otherName) {
        Owner one = new Owner(tenant, name);
        Owner other = new Owner(otherTenant, otherName);
        Owner plain = Owner.named(otherName);

        assertThat(one.toString().equals(other.toString())).isEqualTo(one.equals(other));
        assertThat(one.toString()).isNotEqualTo(plain.toString());
    }

    @Test
    void anOperatorIsOneInHisTenantOnly() {
        assertThat(settings.isOperator(OPERATOR)).isTrue();
        assertThat(settings.isOperator(new Owner("globex", "olga"))).isFalse();
        assertThat(settings.isOperator(Owner.named("olga"))).isFalse();
        assertThat(settings.isOperator(Owner.named("acme/olga"))).isFalse();
        assertThat(settings.isAdmin(Owner.named("ada"))).isTrue();
        assertThat(settings.isAdmin(new Owner("acme", "ada"))).isFalse();
    }

    @Test
    void whoSeesAllSeesNothingOfAnotherTenant() {
        Reach all = Reach.all("acme");

        assertThat(all.covers(OPERATOR)).isTrue();
        assertThat(all.covers(new Owner("globex", "olga"))).isFalse();
        assertThat(Reach.of(OPERATOR).covers(OPERATOR)).isTrue();
        assertThat(Reach.of(OPERATOR).covers(new Owner("acme", "bob"))).isFalse();
        assertThat(Reach.of(OPERATOR).covers(new Owner("globex", "olga"))).isFalse();
    }
}
