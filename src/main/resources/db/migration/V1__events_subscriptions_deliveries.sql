-- ${text} and ${bytes} are the database's unbounded types (see database.Schema).

create table subscription (
    id          uuid          not null primary key,
    owner       varchar(255)  not null,
    name        varchar(255)  not null,
    jsonpath    ${text}       not null,
    dialect     varchar(32)   not null,
    target_url  varchar(2048) not null,
    version     varchar(255)  not null,
    extensions  ${text}       not null,
    auth        ${text}       not null,
    error       ${text},
    disabled    timestamp(6) with time zone,
    created     timestamp(6) with time zone not null,
    updated     timestamp(6) with time zone not null,
    deleted     timestamp(6) with time zone,
    -- moves with every change, also with those that leave "updated" alone; all nodes follow it
    changed_at  timestamp(6) with time zone not null
);
create index subscription_owner on subscription (owner, created, id);
create index subscription_changed on subscription (changed_at);

-- Event and delivery ids are ordered by time (UUID version 7), so their primary keys also serve
-- "since", "until", paging and purging.
create table event (
    id            uuid          not null primary key,
    identity      varchar(64)   not null constraint event_once unique, -- SHA-256 of source and id
    source_key    varchar(32)   not null,                              -- start of the SHA-256 of the source
    spec_version  varchar(8)    not null,
    mode          varchar(16)   not null,
    source        varchar(2048) not null,
    event_id      varchar(2048) not null,
    type          varchar(512)  not null,
    content_type  varchar(1024),
    attributes    ${text}       not null,
    body          ${bytes}      not null,
    submitted_by  varchar(255)  not null,
    received_at   timestamp(6) with time zone not null,
    -- when routing is due again; null once routed
    route_due_at  timestamp(6) with time zone
);
create index event_type on event (type, id);
create index event_source on event (source_key, id);
create index event_route_due on event (route_due_at);

create table delivery (
    id               uuid          not null primary key,
    event_id         uuid          not null references event (id) on delete cascade,
    subscription_id  uuid          not null references subscription (id),
    owner            varchar(255)  not null,
    state            varchar(16)   not null,
    reason           varchar(1000),
    attempts         integer       not null,
    postponements    integer       not null,
    -- the fencing number: moves with every claim and every record
    version          integer       not null,
    -- when the delivery is due again, or, while a worker holds it, when its lease ends; null once settled
    due_at           timestamp(6) with time zone,
    created_at       timestamp(6) with time zone not null,
    settled_at       timestamp(6) with time zone,
    constraint delivery_once unique (event_id, subscription_id)
);
create index delivery_due on delivery (due_at);
create index delivery_of_subscription on delivery (subscription_id, id);
create index delivery_of_owner on delivery (owner, event_id);

create table attempt (
    delivery_id       uuid          not null references delivery (id) on delete cascade,
    number            integer       not null,
    started_at        timestamp(6) with time zone not null,
    elapsed_millis    integer       not null,
    policy_answer     varchar(255)  not null,
    request_url       varchar(2048) not null,
    request_headers   ${text}       not null,
    request_length    integer       not null,
    response_status   integer,
    response_headers  ${text},
    response_body     ${text},
    response_length   bigint,
    error             varchar(1000),
    primary key (delivery_id, number)
);
