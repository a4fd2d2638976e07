-- Receipts, opening stock and returns to suppliers, as their events tell them.
create schema receiving;
grant usage on schema receiving to ${app};

-- What an event says of a document. A correction ends a row and never erases it.
create table receiving.entry (
    seq           bigint not null,
    kind          text collate "C" not null check (kind in ('receipt', 'opening', 'return')),
    code          text collate "C" not null,
    code_normal   text collate "C" not null,
    supplier text collate "C" not null,
    supplier_normal text collate "C" not null,
    order_code    text collate "C",
    order_normal  text collate "C",
    site          text collate "C" not null,
    items         text[] not null,
    occurred_from timestamptz not null,
    corrected_by  bigint,
    primary key (seq, code)
);
create index entry_code on receiving.entry (code_normal);
create index entry_order on receiving.entry (order_normal) where order_normal is not null;

-- What the rows that stand say together: one row per document, for lists. The order in which they
-- were recorded changes nothing here.
create table receiving.receipt (
    kind          text collate "C" not null,
    code_normal   text collate "C" not null,
    supplier_normal text collate "C" not null,
    code          text collate "C" not null,
    supplier text collate "C" not null,
    site          text collate "C" not null,
    occurred_from timestamptz not null,
    first_seq     bigint not null,
    primary key (code_normal, kind, supplier_normal)
);
create index receipt_newest on receiving.receipt (occurred_from desc, first_seq desc);

grant select, insert, update, delete on all tables in schema receiving to ${app};
