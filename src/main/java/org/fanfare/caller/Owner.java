package org.fanfare.caller;

import java.util.regex.Pattern;

/**
 * A user of a tenant, to whom something belongs. Users of one name in two tenants are two.
 *
 * @param tenant as {@link #isTenant} has it
 */
public record Owner(String tenant, String name) {

    /** The tenant of everybody where no other is named. */
    public static final String DEFAULT_TENANT = "default";

    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** A user of the default tenant. */
    public static Owner named(String name) {
        return new Owner(DEFAULT_TENANT, name);
    }

    /** Whether a tenant may be called this: it is named in settings, logs and messages. */
    public static boolean isTenant(String text) {
        return TENANT.matcher(text).matches();
    }

    public static boolean isDefault(String tenant) {
        return tenant.equals(DEFAULT_TENANT);
    }

    /** The tenant for a line of the log that says more: nothing where it is the default one. */
    public String inLog() {
        return isDefault(tenant) ? "" : " tenant=" + tenant;
    }

    /**
     * As settings name him: {@code name} in the default tenant and {@code tenant/name} in others. A name with a slash
     * always has its tenant before it, so that no two users are written alike.
     */
    @Override
    public String toString() {
        return isDefault(tenant) && name.indexOf('/') < 0 ? name : tenant + "/" + name;
    }
}
