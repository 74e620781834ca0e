-- Only of deliveries that are due some time: to settle one adds no entry, and the index stays as small as what is owed.
drop index delivery_due;
create index delivery_due on delivery (due_at) ${if_due};
