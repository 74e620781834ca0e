-- What is secret of a subscription is sealed with a master key (see the package secret): auth, headers and the keys that
-- its deliveries are signed with.
alter table subscription add column signing ${text};
-- The id of the master key; empty where there is nothing secret, null where something was never sealed.
alter table subscription add column secrets_key varchar(32);
create index subscription_secrets_key on subscription (secrets_key, id);

-- The public keys of those who sign with ed25519, as they are published.
create table published_key (
    id               uuid         not null primary key,
    subscription_id  uuid         not null references subscription (id) on delete cascade,
    key_id           varchar(64)  not null,
    coordinate       varchar(64)  not null,
    created_at       timestamp(6) with time zone not null,
    -- when the key counts no more, as it was replaced
    until_at         timestamp(6) with time zone
);
create index published_key_of_subscription on published_key (subscription_id);
create index published_key_by_name on published_key (key_id);
create index published_key_created on published_key (created_at, id);
