-- What the CloudEvents Subscriptions API can say and /eventmatch cannot. A subscription that is one JSONPath expression
-- has it in jsonpath and dialect, any other in types, source and filters.

alter table subscription alter column jsonpath drop not null;
alter table subscription alter column dialect drop not null;
alter table subscription add column types ${text};              -- JSON array
alter table subscription add column source varchar(2048);
alter table subscription add column filters ${text};            -- JSON array
alter table subscription add column delivery_dialect varchar(64) default 'pacifica' not null;
alter table subscription add column method varchar(16) default 'POST' not null;
alter table subscription add column headers ${text} default '{}' not null;
-- after that the token in auth counts as expired
alter table subscription add column token_expires timestamp(6) with time zone;

-- Events about what belongs to one user: nobody else's subscriptions are matched, and no policy is asked.
alter table event add column audience varchar(255);
