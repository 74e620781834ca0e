-- A delivery that waits for room or for its turn is owed as before, but due_at is far away: whoever makes room wakes it.
alter table delivery add column waiting_since timestamp(6) with time zone;
-- The subscription's id, if it waits for room; "turn", if for the deliveries before it; null, if it does not wait.
alter table delivery add column waiting_for varchar(36);
create index delivery_waiting on delivery (waiting_for, id) ${if_waiting};

-- Those of one subscription with the same key are attempted one after the other, in the order of their events.
alter table delivery add column order_key varchar(64);
create index delivery_in_order on delivery (subscription_id, order_key, settled_at, event_id) ${if_ordered};
