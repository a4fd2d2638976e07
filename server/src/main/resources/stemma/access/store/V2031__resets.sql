-- Passwords that somebody else reset, and who has said since that their owner chose the new one.
create table access.reset (
    id bigint generated always as identity primary key,
    person bigint not null references access.person,
    reset_by text collate "C" not null,
    reset_at timestamptz not null,
    reason text not null,
    confirmed_by text collate "C",
    confirmed_at timestamptz
);
create index on access.reset (person);
create index on access.reset (id) where confirmed_at is null;

grant select, insert, update on access.reset to ${app};
