package org.fanfare.entrance;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fanfare.caller.CallerSettings;
import org.fanfare.caller.Identity;
import org.fanfare.settings.Settings;

/**
 * Decides who somebody is by what he shows. A user whom a trusted proxy names counts, whatever {@code Authorization} says
 * besides: that may have been for the proxy. Else {@code Authorization} counts. Where there is neither, a trusted proxy's
 * caller is the default user. Nothing that is wrong is ever passed over for the next best.
 */
public final class Entrance {

    /** What tokens of Fanfare's own begin with, whichever scheme they are shown by. */
    static final String TOKEN_PREFIX = "ffr_";

    private final EntranceSettings settings;
    private final ProxyHeaders headers;
    private final Map<Method, Check> checks;

    /**
     * As it is configured.
     *
     * @param bearers knows who shows a token of Fanfare's own
     */
    public static Entrance of(
            Settings settings, CallerSettings callers, Function<String, Optional<Identity>> bearers, Clock clock) {
        EntranceSettings entrance = EntranceSettings.of(settings);
        Map<Method, Check> checks = new EnumMap<>(Method.class);
        checks.put(Method.TOKEN, new TokenCheck(bearers));
        if (entrance.methods().contains(Method.JWT)) {
            JwtSettings jwt = JwtSettings.of(settings);
            checks.put(Method.JWT, new JwtCheck(jwt, new ProviderKeys(KeySource.of(jwt), clock), clock));
        }
        return new Entrance(entrance, new ProxyHeaders(callers), checks);
    }

    /** @param checks of tokens and JWTs, as far as they are on */
    Entrance(EntranceSettings settings, ProxyHeaders headers, Map<Method, Check> checks) {
        this.settings = settings;
        this.headers = headers;
        this.checks = checks;
    }

    /** @param realm who knows names and passwords */
    Entry admit(Presented presented, Realm realm) {
        boolean isTrusted = isOn(Method.HEADER) && settings.trusts(presented.peer());
        if (presented.hasProxyHeaders() && !isTrusted) {
            return Entry.wrong(Method.HEADER, "a peer that is no trusted proxy names the caller");
        }
        if (!presented.users().isEmpty()) {
            return headers.read(presented);
        }
        if (!presented.authorizations().isEmpty()) {
            return byAuthorization(presented.authorizations(), realm);
        }
        return isTrusted ? headers.read(presented) : new Entry.Nobody();
    }

    /** What {@code WWW-Authenticate} says. */
    List<String> challenges() {
        return settings.methods().stream().map(Method::challenge).toList();
    }

    private Entry byAuthorization(List<String> values, Realm realm) {
        String[] words = values.get(0).strip().split(" +", 2);
        String credentials = words.length == 2 ? words[1].strip() : "";
        Method method = methodOf(words[0].toLowerCase(Locale.ROOT), credentials);
        if (method == null) {
            return Entry.wrong(Method.TOKEN, "the scheme of Authorization is not known");
        }
        if (values.size() > 1) {
            return Entry.wrong(method, "Authorization is there twice");
        }
        if (!isOn(method)) {
            return Entry.wrong(method, "this method is off");
        }
        Check check = method == Method.BASIC ? new BasicCheck(realm) : checks.get(method);
        return check.of(credentials);
    }

    /** Null for schemes that are not known. */
    private static Method methodOf(String scheme, String credentials) {
        return switch (scheme) {
            case "basic" -> Method.BASIC;
            case "bearer" -> credentials.startsWith(TOKEN_PREFIX) ? Method.TOKEN : Method.JWT;
            case "token" -> Method.TOKEN;
            default -> null;
        };
    }

    private boolean isOn(Method method) {
        return settings.methods().contains(method);
    }
}
