-- How a subscription wants its deliveries handled, beyond where they go: JSON object, its members are optional.
alter table subscription add column options ${text} default '{}' not null;

-- How many attempts had been made when the delivery was last opened: a delivery that is retried or replayed by hand
-- goes through the schedule anew.
alter table delivery add column round_start integer default 0 not null;

-- What the policy said last, where it kept the delivery from being attempted.
alter table delivery add column policy_answer varchar(16);
alter table delivery add column policy_summary varchar(1000);
alter table delivery add column policy_status integer;
alter table delivery add column policy_asked_at timestamp(6) with time zone;
alter table delivery add column policy_millis integer;

-- What it said before an attempt.
alter table attempt alter column policy_answer drop not null;
alter table attempt add column policy_summary varchar(1000);
update attempt set policy_summary = policy_answer, policy_answer = 'allowed';
alter table attempt add column policy_status integer;
alter table attempt add column policy_asked_at timestamp(6) with time zone;
alter table attempt add column policy_millis integer;
-- true once the event is in the target's hands
alter table attempt add column succeeded boolean default false not null;
update attempt set succeeded = true where response_status >= 200 and response_status < 300;

-- Lists by state: of a subscription, of an owner, of all.
create index delivery_of_subscription_by_state on delivery (subscription_id, state, id);
create index delivery_of_owner_by_state on delivery (owner, state, id);
create index delivery_by_state on delivery (state, id);
