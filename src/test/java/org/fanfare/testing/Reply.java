package org.fanfare.testing;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An answer of Fanfare. */
public record Reply(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return response.body();
    }

    /** The value of a header; null if the answer does not have it. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    public JsonObject json() {
        return JsonTexts.object(text());
    }

    public JsonArray array() {
        return JsonTexts.array(text());
    }

    /** The methods that the header Allow names, sorted. */
    public Set<String> allowed() {
        String allow = header("Allow");
        return allow == null
                ? Set.of()
                : Arrays.stream(allow.split(",")).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the errors of a problem answer point to, sorted. */
    public Set<String> pointers() {
        return json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("pointer"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The value of a member that holds a string. */
    public String member(String name) {
        return ((JsonString) json().get(name)).getString();
    }
}
