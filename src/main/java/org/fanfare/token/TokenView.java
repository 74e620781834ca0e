package org.fanfare.token;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.fanfare.wire.JsonText;
import org.fanfare.wire.WireTime;

/** How tokens are shown. */
final class TokenView {

    private TokenView() {}

    static String of(ApiToken token) {
        return json(token).build().toString();
    }

    /** With the token itself, which is never shown again. */
    static String ofNew(ApiToken token, TokenText text) {
        return json(token).add("token", text.text()).build().toString();
    }

    static String of(List<ApiToken> tokens) {
        JsonArrayBuilder array = JsonText.JSON.createArrayBuilder();
        tokens.forEach(token -> array.add(json(token)));
        return array.build().toString();
    }

    private static JsonObjectBuilder json(ApiToken token) {
        JsonArrayBuilder scopes = JsonText.JSON.createArrayBuilder();
        token.scopes().stream().sorted().forEach(scopes::add);
        JsonObjectBuilder json = JsonText.JSON
                .createObjectBuilder()
                .add("id", token.id().toString())
                .add("name", token.name())
                .add("hint", token.hint())
                .add("tenant", token.tenant())
                .add("owner", token.owner())
                .add("scopes", scopes)
                .add("created", WireTime.write(token.createdAt()))
                .add("created_by", token.createdBy());
        token.expiresAt().ifPresent(at -> json.add("expires", WireTime.write(at)));
        token.revokedAt().ifPresent(at -> json.add("revoked", WireTime.write(at)));
        token.lastUsedAt().ifPresent(at -> json.add("last_used", WireTime.write(at)));
        return json;
    }
}
