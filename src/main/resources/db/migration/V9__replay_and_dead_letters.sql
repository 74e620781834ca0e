-- (Ids that may be null are texts: EclipseLink cannot read a uuid that is null.)

-- Work on many deliveries that goes on in steps, each of which moves the cursor in the commit that does it.
create table job (
    id               uuid         not null primary key,
    kind             varchar(16)  not null,
    owner            varchar(255) not null,
    subscription_id  varchar(36),
    event_id         varchar(36),
    since_time       timestamp(6) with time zone,
    until_time       timestamp(6) with time zone not null,
    rate             integer,                        -- deliveries a second
    state            varchar(16)  not null,
    reason           varchar(1000),
    cursor_id        varchar(36),                    -- the delivery or event that was looked at last
    scanned          integer      not null,
    done             integer      not null,
    skipped          integer      not null,
    total            integer      not null,
    total_is_least   boolean      not null,
    created_at       timestamp(6) with time zone not null,
    started_at       timestamp(6) with time zone,
    finished_at      timestamp(6) with time zone,
    -- the fencing number: moves with every claim and every step
    version          integer      not null,
    -- when the next step is due, or, while a node makes it, when its lease ends; null once finished
    due_at           timestamp(6) with time zone
);
create index job_due on job (due_at);
create index job_of_owner on job (owner, id);

-- How many attempts had been made when a denied delivery was opened anew: until there is one more, its owner is told no
-- more of the event than that it was denied.
alter table delivery add column denied_after integer;

-- Beside the delivery of an event to a subscription's target there may be one of kind DEAD_LETTER to its dead-letter
-- target, with what is said there of the delivery that failed.
alter table delivery add column kind varchar(16) default 'EVENT' not null;
alter table delivery add column failed_delivery varchar(36);
alter table delivery add column failed_reason varchar(1000);
alter table delivery add column failed_attempts integer;
alter table delivery drop constraint delivery_once;
alter table delivery add constraint delivery_once unique (event_id, subscription_id, kind);

-- Failed deliveries of which a copy is still to be put on the queue of dead letters.
create table dead_letter (
    id               uuid         not null primary key,
    delivery_id      uuid         not null references delivery (id) on delete cascade,
    event_id         uuid         not null,
    subscription_id  uuid         not null,
    owner            varchar(255) not null,
    reason           varchar(1000),
    attempts         integer      not null,
    due_at           timestamp(6) with time zone not null
);
create index dead_letter_due on dead_letter (due_at);
create index dead_letter_of_delivery on dead_letter (delivery_id);
