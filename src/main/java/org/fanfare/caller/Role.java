package org.fanfare.caller;

/** What a caller may do. The names in small letters are those of groups, scopes and settings. */
public enum Role {
    /** Keeps subscriptions, and sees what became of them. */
    SUBSCRIBER,
    /** Posts events, and sees those. */
    PRODUCER,
    /** Sees all events, subscriptions and deliveries of the tenant, and delivers again. */
    OPERATOR,
    /** An operator who also changes who may do what, and runs what concerns the whole database. */
    ADMIN
}
