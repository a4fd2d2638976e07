-- Runs as their events tell them; a row of kind 'loss' is material that left the process otherwise.
create schema production;
grant usage on schema production to ${app};

-- What an event says of a document. A correction ends a row and never erases it.
create table production.entry (
    seq           bigint not null,
    kind          text collate "C" not null check (kind in ('run', 'loss')),
    code          text collate "C" not null,
    code_normal   text collate "C" not null,
    line text collate "C" not null,
    line_normal text collate "C" not null,
    order_code    text collate "C",
    order_normal  text collate "C",
    site          text collate "C" not null,
    items         text[] not null,
    occurred_from timestamptz not null,
    corrected_by  bigint,
    primary key (seq, code)
);
create index entry_code on production.entry (code_normal);
create index entry_order on production.entry (order_normal) where order_normal is not null;

-- What the rows that stand say together: one row per document, for lists. The order in which they
-- were recorded changes nothing here.
create table production.run (
    kind          text collate "C" not null,
    code_normal   text collate "C" not null,
    code          text collate "C" not null,
    line text collate "C" not null,
    line_normal   text collate "C" not null,
    site          text collate "C" not null,
    occurred_from timestamptz not null,
    first_seq     bigint not null,
    primary key (code_normal, kind, code)
);
create index run_newest on production.run (occurred_from desc, first_seq desc);

grant select, insert, update, delete on all tables in schema production to ${app};
