package org.fanfare.entrance;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fanfare.caller.Role;
import org.fanfare.settings.Settings;
import org.fanfare.settings.WrongSetting;

/**
 * Which tokens of an identity provider are taken, after MicroProfile JWT 2.1.
 *
 * @param issuer who must have issued them
 * @param key the key or keys that verify them, as text; empty where they are at the location
 * @param location where they are: an http or https URL, or a file; empty where they are given as text
 * @param audiences of which they must be meant for one; empty for any
 * @param algorithms of signature; asymmetric ones only
 * @param clockSkew by how much clocks may differ
 * @param longestAge how long ago they may have been issued; null for any time
 * @param tenantClaim the claim that names the tenant; empty where all belong to the default tenant
 * @param roles groups that mean a role by another name
 */
record JwtSettings(
        String issuer,
        String key,
        String location,
        List<String> audiences,
        List<String> algorithms,
        Duration clockSkew,
        Duration longestAge,
        String tenantClaim,
        Map<String, Role> roles) {

    private static final String ISSUER = "mp.jwt.verify.issuer";
    private static final String KEY = "mp.jwt.verify.publickey";
    private static final String LOCATION = "mp.jwt.verify.publickey.location";
    private static final String ALGORITHM = "mp.jwt.verify.publickey.algorithm";
    private static final String AGE = "mp.jwt.verify.token.age";
    private static final String ROLES = "fanfare.auth.jwt.roles";
    private static final Set<String> ASYMMETRIC =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");
    private static final int DAY = 86_400;

    static JwtSettings of(Settings settings) {
        Optional<String> age = settings.optionalText(AGE);
        JwtSettings read = new JwtSettings(
                settings.optionalText(ISSUER).orElse(""),
                settings.optionalText(KEY).orElse(""),
                settings.optionalText(LOCATION).orElse(""),
                settings.texts("mp.jwt.verify.audiences"),
                algorithms(settings),
                Duration.ofSeconds(settings.number("mp.jwt.verify.clock.skew", 0, 3600)),
                age.map(set -> Duration.ofSeconds(settings.number(AGE, 1, DAY))).orElse(null),
                settings.optionalText("fanfare.auth.jwt.tenant-claim").orElse(""),
                roles(settings.texts(ROLES)));
        read.check();
        return read;
    }

    private void check() {
        if (key.isEmpty() == location.isEmpty()) {
            throw new WrongSetting("fanfare.auth.methods has jwt, so one of " + KEY + " and " + LOCATION
                    + " has to be set, and only one.");
        }
        if (issuer.isEmpty()) {
            throw new WrongSetting(
                    "fanfare.auth.methods has jwt, so " + ISSUER + " has to be set: who issues the tokens.");
        }
    }

    /** The roles that these groups mean: by name, or by the setting. */
    Set<Role> rolesOf(List<String> groups) {
        Set<Role> found = new HashSet<>(Role.among(groups));
        groups.stream().filter(roles::containsKey).map(roles::get).forEach(found::add);
        return Role.complete(found);
    }

    private static List<String> algorithms(Settings settings) {
        List<String> algorithms = settings.texts(ALGORITHM);
        algorithms.stream().filter(name -> !ASYMMETRIC.contains(name)).forEach(name -> {
            throw new WrongSetting(
                    ALGORITHM + " names '" + name + "', expected some of " + String.join(", ", ASYMMETRIC) + ".");
        });
        return algorithms.isEmpty() ? List.of("RS256") : algorithms;
    }

    private static Map<String, Role> roles(List<String> entries) {
        Map<String, Role> roles = new HashMap<>();
        for (String entry : entries) {
            int equals = entry.lastIndexOf('=');
            Role role = equals < 1
                    ? null
                    : Role.named(entry.substring(equals + 1).strip()).orElse(null);
            if (role == null) {
                throw new WrongSetting(ROLES + " has '" + entry + "', expected a group and a role, such as"
                        + " fanfare-admins=admin.");
            }
            roles.put(entry.substring(0, equals).strip(), role);
        }
        return Map.copyOf(roles);
    }
}
