-- Who submitted events lists them too, newest first.
create index event_submitted on event (submitted_by, id);
