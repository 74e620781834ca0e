-- API tokens. The token itself is not here, only its SHA-256 in hexadecimal digits.
create table api_token (
    id uuid primary key,
    tenant varchar(64) not null,
    owner varchar(255) not null,
    name varchar(100) not null,
    hint varchar(16) not null,
    hash varchar(64) not null unique,
    -- role names, separated by commas
    scopes varchar(64) not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(255) not null,
    expires_at timestamp(6) with time zone,
    revoked_at timestamp(6) with time zone,
    last_used_at timestamp(6) with time zone
);
create index api_token_owner on api_token (tenant, owner, id);
create index api_token_tenant on api_token (tenant, id);
create index api_token_expires on api_token (expires_at);
create index api_token_revoked on api_token (revoked_at);
