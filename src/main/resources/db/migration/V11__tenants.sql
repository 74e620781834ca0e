-- Whose things these are: (tenant, owner). What was there before is of the default tenant.

alter table event add column tenant varchar(64) default 'default' not null;
alter table subscription add column tenant varchar(64) default 'default' not null;
alter table delivery add column tenant varchar(64) default 'default' not null;
alter table job add column tenant varchar(64) default 'default' not null;
alter table dead_letter add column tenant varchar(64) default 'default' not null;

-- What is listed is listed of one tenant.
drop index subscription_owner;
create index subscription_owner on subscription (tenant, owner, created, id);
create index subscription_of_tenant on subscription (tenant, created, id);
-- How many a tenant, or an owner, has.
create index subscription_kept on subscription (tenant, deleted, owner);

drop index event_type;
create index event_type on event (tenant, type, id);
drop index event_source;
create index event_source on event (tenant, source_key, id);
drop index event_submitted;
create index event_submitted on event (tenant, submitted_by, id);
create index event_of_tenant on event (tenant, id);

drop index delivery_of_owner;
create index delivery_of_owner on delivery (tenant, owner, event_id);
drop index delivery_of_owner_by_state;
create index delivery_of_owner_by_state on delivery (tenant, owner, state, id);
drop index delivery_by_state;
create index delivery_by_state on delivery (tenant, state, id);

-- Whether a job of an operator is about the deliveries of all owners.
alter table job add column of_all boolean default false not null;

drop index job_of_owner;
create index job_of_owner on job (tenant, owner, id);
create index job_of_tenant on job (tenant, id);
