-- Cycle counts: what was asked for and what people found. A count is no event; the adjustments that
-- come of it are, and name it. Every change here is in the audit trail.
create schema warehouse;
grant usage on schema warehouse to ${app};

create table warehouse.count (
    code      text collate "C" not null,
    normal    text collate "C" primary key,
    site      text collate "C" not null,
    place     text collate "C" not null,
    sight     text collate "C" not null check (sight in ('blind', 'open')),
    due       date not null,
    opened_by text collate "C" not null,
    opened_at timestamptz not null,
    state     text collate "C" not null check (state in ('counting', 'posted', 'dropped')),
    ended_by  text collate "C",
    ended_at  timestamptz
);
create index count_due on warehouse.count (due) where state = 'counting';

-- The last that was said of a lot or unit: told again, it replaces what was told before. The seq is
-- how far the movements were known when it was counted.
create table warehouse.count_line (
    count      text collate "C" not null references warehouse.count,
    lot        text collate "C" not null,
    quantity   numeric not null check (quantity >= 0),
    unit       text collate "C" not null,
    weight     text collate "C",
    counted_by text collate "C" not null,
    counted_at timestamptz not null,
    seq        bigint not null,
    primary key (count, lot)
);
grant select, insert, update on warehouse.count, warehouse.count_line to ${app};
