package org.fanfare.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A subscription that is to be made. */
record Wish(String owner, String name, String expression, URI target) {

    private static final int OF_ONE_OWNER = 100;

    /** To all sample events of a type. Each owner has a hundred, as few as have to be asked about at the policy service. */
    static Wish forType(String type, int subscription, URI target) {
        String expression = "$[?(@[\"eventType\"] = \"%s\")]".formatted(type);
        return new Wish(owner(subscription), "wish " + subscription, expression, target);
    }

    /** Matches no sample event; each number another expression, in turn of the records and of the type. */
    static Wish forNothing(int number, URI target) {
        String expression = number % 2 == 0
                ? "$[\"data\"][*][?(@[\"key\"] = \"k%1$d\" and @[\"value\"] = \"v%1$d\")]".formatted(number)
                : "$[?(@[\"eventType\"] = \"x%d\")]".formatted(number);
        return new Wish("other" + number / OF_ONE_OWNER, "other " + number, expression, target);
    }

    private static String owner(int subscription) {
        return "owner" + subscription / OF_ONE_OWNER;
    }

    /** As the Pacifica wire takes it. */
    byte[] json() {
        return "{\"name\": \"%s\", \"jsonpath\": \"%s\", \"target_url\": \"%s\"}"
                .formatted(name, expression.replace("\"", "\\\""), target)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A line of what {@code POST /admin/imports} takes. */
    String importLine() {
        return "{\"uuid\": \"%s\", \"user\": \"%s\", \"name\": \"%s\", \"jsonpath\": \"%s\", \"target_url\": \"%s\"}\n"
                .formatted(UUID.randomUUID(), owner, name, expression.replace("\"", "\\\""), target);
    }
}
