-- Receipts, runs, shipments and returns as their events tell them.
create schema documents;
grant usage on schema documents to ${app};

-- What an event says of a document. A correction ends a row and never erases it. What befell goods
-- under way names no partner: its row stands apart from none.
create table documents.entry (
    seq           bigint not null,
    kind          text collate "C" not null check (kind in
                  ('receipt', 'opening', 'return_to_supplier', 'run', 'shipment', 'return')),
    part          text collate "C" not null check (part in ('tells', 'follows', 'befalls')),
    code          text collate "C" not null,
    code_normal   text collate "C" not null,
    apart         text collate "C" not null,
    with_whom     text collate "C" not null,
    with_normal   text collate "C" not null,
    order_code    text collate "C",
    order_normal  text collate "C",
    site          text collate "C" not null,
    items         text[] not null,
    occurred_from timestamptz not null,
    corrected_by  bigint,
    primary key (seq, kind, code)
);
create index entry_code on documents.entry (code_normal);
create index entry_order on documents.entry (order_normal) where order_normal is not null;

-- Which lots came back from a consignee: their births, to be found from the lots of a shipment.
create table documents.came_back (
    birth         uuid not null,
    seq           bigint not null,
    corrected_by  bigint,
    primary key (birth, seq)
);
create index came_back_seq on documents.came_back (seq);

-- What the rows that stand say together: one row per document, for lists. The order in which they
-- were recorded changes nothing here.
create table documents.document (
    kind          text collate "C" not null,
    code_normal   text collate "C" not null,
    apart         text collate "C" not null,
    with_normal   text collate "C" not null,
    site          text collate "C" not null,
    occurred_from timestamptz not null,
    first_seq     bigint not null,
    primary key (code_normal, kind, apart)
);
create index document_newest on documents.document (occurred_from desc, first_seq desc)
    include (kind);

grant select, insert, update, delete on all tables in schema documents to ${app};
