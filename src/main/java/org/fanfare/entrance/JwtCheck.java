package org.fanfare.entrance;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.fanfare.caller.Identity;
import org.fanfare.caller.Identity.Means;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Role;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * Tokens of an identity provider, by MicroProfile JWT 2.1: signed by its key, of the issuer, meant for us, and with an end
 * that has not come. The user is {@code upn}, or else {@code preferred_username}, or else {@code sub}; {@code groups} are
 * roles.
 */
final class JwtCheck implements Check {

    private static final int LONGEST_TOKEN = 16_384;
    private static final int LONGEST_NAME = 255;
    private static final List<String> NAMES = List.of("upn", "preferred_username", "sub");

    private final JwtSettings settings;
    private final VerificationKeyResolver keys;
    private final Clock clock;

    JwtCheck(JwtSettings settings, VerificationKeyResolver keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Entry of(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Entry.wrong(Method.JWT, "the token is longer than any should be");
        }
        try {
            return identity(rules().build().processToClaims(token));
        } catch (InvalidJwtException refused) {
            return isAway(refused)
                    ? Entry.unavailable(Method.JWT, "the identity provider's keys cannot be had")
                    : Entry.wrong(Method.JWT, reason(refused));
        } catch (MalformedClaimException malformed) {
            return Entry.wrong(Method.JWT, "a claim is not of its type");
        }
    }

    private JwtConsumerBuilder rules() {
        JwtConsumerBuilder rules = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT, settings.algorithms().toArray(String[]::new))
                .setVerificationKeyResolver(keys)
                .setExpectedIssuer(settings.issuer())
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .setAllowedClockSkewInSeconds((int) settings.clockSkew().toSeconds());
        Duration longest = settings.longestAge();
        if (longest != null) {
            rules.setRequireIssuedAt()
                    .setIssuedAtRestrictions((int) settings.clockSkew().toSeconds(), (int) longest.toSeconds());
        }
        return settings.audiences().isEmpty()
                ? rules.setSkipDefaultAudienceValidation()
                : rules.setExpectedAudience(settings.audiences().toArray(String[]::new));
    }

    private Entry identity(JwtClaims claims) throws MalformedClaimException {
        String name = null;
        for (String claim : NAMES) {
            name = name == null ? claims.getStringClaimValue(claim) : name;
        }
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            return Entry.wrong(Method.JWT, "there is no usable name in it");
        }
        String claim = settings.tenantClaim();
        String tenant = claim.isEmpty() ? Owner.DEFAULT_TENANT : claims.getStringClaimValue(claim);
        if (tenant == null || !Owner.isTenant(tenant)) {
            return Entry.wrong(Method.JWT, "there is no usable tenant in it");
        }
        List<String> groups = claims.hasClaim("groups") ? claims.getStringListClaimValue("groups") : List.of();
        Set<Role> roles = settings.rolesOf(groups);
        return new Entry.Known(new Identity(name, tenant, roles, Means.JWT));
    }

    private static boolean isAway(Throwable failure) {
        return failure != null && (failure instanceof ProviderKeys.Away || isAway(failure.getCause()));
    }

    /** What the library found, without the token and its claims. */
    private static String reason(InvalidJwtException refused) {
        return refused.getErrorDetails().isEmpty()
                ? "it is not a token that the keys verify"
                : "error code " + refused.getErrorDetails().get(0).getErrorCode();
    }
}
