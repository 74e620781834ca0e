-- Why a subscription is disabled: OWNER, TARGET, FAILURES, PRECONDITIONS, FILTER or FILE; null while it is enabled. And
-- since when it has been enabled, or last was: failures count from there.
alter table subscription add column disabled_because varchar(16);
update subscription set disabled_because = 'OWNER' where disabled is not null;
update subscription set disabled_because = 'FILTER'
    where disabled is not null and error like 'The filter broke down%';
alter table subscription add column activated_at timestamp(6) with time zone default current_timestamp not null;

-- Of a subscription that comes from the file: its key there, and what tells whether its entry has changed. A key that is
-- given to another subscription is taken from the old one.
alter table subscription add column static_key varchar(255) constraint subscription_static_key unique;
alter table subscription add column static_print varchar(64);

-- How a subscription's target and policy have done since it was enabled: one row for each, from the start, so that the
-- first failures of two workers do not both insert it.
create table subscription_health (
    subscription_id    uuid     not null primary key,
    -- the activation that the rest is about; an older one's counts are worth nothing
    activated_at       timestamp(6) with time zone not null,
    -- attempts that failed in a row, and when the first of them did
    failures           integer  not null,
    first_failure_at   timestamp(6) with time zone,
    -- deliveries that were given up in a row
    failed_deliveries  integer  not null,
    -- percent of the way to being disabled of which the owner was warned in this row of failures
    warned             integer  not null,
    -- how often the policy service knew nothing of owner or permission
    preconditions      integer  not null
);
insert into subscription_health (subscription_id, activated_at, failures, failed_deliveries, warned, preconditions)
    select id, activated_at, 0, 0, 0, 0 from subscription;

-- Up to which delivery the details of a subscription's attempts were removed.
create table attempt_ring (
    subscription_id  uuid not null primary key,
    thinned_to       uuid not null
);
