package org.fanfare.caller;

/**
 * Whose things somebody may see: one user's, or everybody's in the tenant. Never another tenant's.
 *
 * @param name null for everybody
 */
public record Reach(String tenant, String name) {

    public static Reach of(Owner owner) {
        return new Reach(owner.tenant(), owner.name());
    }

    /** Everybody's in a tenant. */
    public static Reach all(String tenant) {
        return new Reach(tenant, null);
    }

    public boolean isAll() {
        return name == null;
    }

    public boolean covers(Owner owner) {
        return owner.tenant().equals(tenant) && (name == null || owner.name().equals(name));
    }
}
