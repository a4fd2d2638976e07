-- Signatures as they were given: added, never changed, kept with the name of that day.
create schema signatures;
grant usage on schema signatures to ${app};

create table signatures.signature (
    id bigint generated always as identity primary key,
    signer text collate "C" not null,
    printed_name text not null,
    meaning text collate "C" not null,
    signed_at timestamptz not null,
    digest bytea not null check (length(digest) = 32),
    session text not null,
    device text not null
);
create index on signatures.signature (digest);

grant select, insert on signatures.signature to ${app};
