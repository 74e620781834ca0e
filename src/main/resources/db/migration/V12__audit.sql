-- Who changed what. Inserted before it is done; the outcome is set after it, once.
create table audit (
    -- of the order of time
    id               uuid         not null primary key,
    begun_at         timestamp(6) with time zone not null,
    tenant           varchar(64)  not null,
    caller           varchar(255),
    means            varchar(16),                    -- how the caller was known; "system" is Fanfare itself
    token_id         varchar(36),
    address          varchar(64),
    method           varchar(16),
    operation        varchar(100) not null,
    path             varchar(1000) not null,
    request_id       varchar(100),
    status           integer,                        -- of the answer; null while its end is not known
    detail           varchar(1000)
);
create index audit_of_tenant on audit (tenant, id);
create index audit_of_caller on audit (tenant, caller, id);
create index audit_of_operation on audit (tenant, operation, id);
