package org.fanfare.caller;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a caller may do. The names in small letters are those of groups, scopes and settings. */
public enum Role {
    /** Keeps subscriptions, and sees what became of them. */
    SUBSCRIBER,
    /** Posts events, and sees those. */
    PRODUCER,
    /** Sees all events, subscriptions and deliveries of the tenant, and delivers again. */
    OPERATOR,
    /** An operator who also changes who may do what, and runs what concerns the whole database. */
    ADMIN;

    /** The names, for annotations. An admin has all that an operator has, so no resource need name both. */
    public static final class Named {
        public static final String SUBSCRIBER = "subscriber";
        public static final String PRODUCER = "producer";
        public static final String OPERATOR = "operator";
        public static final String ADMIN = "admin";

        private Named() {}
    }

    /** As groups, scopes and settings have it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of this name. */
    public static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(name))
                .findFirst();
    }

    /** The roles among these names, whatever else they name, with what they bring along. */
    public static Set<Role> among(Collection<String> names) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> named(name).ifPresent(roles::add));
        return complete(roles);
    }

    /** These, and operator where admin is one of them. */
    public static Set<Role> complete(Collection<Role> some) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(some);
        if (roles.contains(ADMIN)) {
            roles.add(OPERATOR);
        }
        return Set.copyOf(roles);
    }
}
