-- Whether the request of an attempt was sent twice, because its first, kept-alive connection had ended.
alter table attempt add column repeated boolean default false not null;
