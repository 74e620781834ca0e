-- Whether the request of an attempt was sent twice, because its first, kept-alive connection had ended.
alter table attempt add column repeated boolean default false not null;

-- What the targets of subscriptions were asked, and what they said.
create table handshake (
    subscription_id uuid primary key references subscription (id),
    target_url varchar(2048) not null,
    state varchar(16) not null,
    origin varchar(255),
    requested_rate integer,
    granted_rate integer,
    -- of the callback's key, SHA-256 in hexadecimal digits
    key_hash varchar(64),
    questions integer not null,
    failures integer not null,
    reason varchar(1000) not null,
    due_at timestamp(6) with time zone,
    decided_at timestamp(6) with time zone
);
create index handshake_due on handshake (due_at);
