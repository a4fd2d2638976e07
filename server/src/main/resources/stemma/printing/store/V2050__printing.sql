-- What was printed: added, never changed. The id is the seq of the audit entry that proves it, and
-- all of a row is in that entry, so that the table can be computed from the journal alone.
create schema printing;
grant usage on schema printing to ${app};

create table printing.printed (
    id         bigint primary key,
    kind       text collate "C" not null,
    subject    text collate "C" not null,
    title      text not null,
    format     text collate "C" not null,
    first_copy integer not null check (first_copy > 0),
    copies     integer not null check (copies > 0),
    reason     text collate "C",
    replaces   boolean not null,
    actor      text collate "C" not null,
    printed_at timestamptz not null,
    digest     text collate "C" not null,
    content    text not null
);
create index printed_subject on printing.printed (kind, subject, id);

grant select, insert on printing.printed to ${app};
