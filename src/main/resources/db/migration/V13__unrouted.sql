-- Events that are not routed yet, and when routing is due again. A table of its own: taking a mark out of the event's row
-- would write the row anew, and add an entry to each of its indexes.
create table unrouted (
    event_id  uuid  not null primary key references event (id) on delete cascade,
    due_at    timestamp(6) with time zone not null
);
insert into unrouted (event_id, due_at) select id, route_due_at from event where route_due_at is not null;
create index unrouted_due on unrouted (due_at);
drop index event_route_due;
alter table event drop column route_due_at;
