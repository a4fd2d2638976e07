-- Who may do what. What names a person stands apart, so that it can be erased and the actor stays.
create schema access;
grant usage on schema access to ${app};

create table access.person (
    id bigint generated always as identity primary key,
    actor text collate "C" not null unique,
    disabled_at timestamptz,
    added_at timestamptz not null
);

create table access.person_name (
    person bigint primary key references access.person,
    code text collate "C" not null unique,
    printed_name text not null,
    salt bytea not null
);

create table access.assignment (
    person bigint not null references access.person,
    role text collate "C" not null,
    -- '' means every site.
    site text collate "C" not null,
    primary key (person, role, site)
);

create table access.password (
    person bigint primary key references access.person,
    hash text not null,
    changed_at timestamptz not null
);

-- Attempts since the last success; counted before the password is looked at.
create table access.attempt (
    person bigint primary key references access.person,
    attempts integer not null,
    next_at timestamptz not null
);

create table access.invitation (
    digest bytea primary key,
    person bigint not null unique references access.person,
    expires_at timestamptz not null
);

create table access.session (
    id bigint generated always as identity primary key,
    digest bytea not null unique,
    person bigint not null references access.person,
    begun_at timestamptz not null,
    seen_at timestamptz not null,
    ended_at timestamptz
);
create index on access.session (person) where ended_at is null;

create table access.token (
    id bigint generated always as identity primary key,
    digest bytea not null unique,
    person bigint not null references access.person,
    label text not null,
    scope text[] not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz
);
create index on access.token (person);

grant select, insert, update on access.person, access.session, access.token to ${app};
grant select, insert, update, delete
    on access.person_name, access.assignment, access.password, access.attempt, access.invitation
    to ${app};
