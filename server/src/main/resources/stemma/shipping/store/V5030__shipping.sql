-- Shipments and returns as their events tell them; a row of kind 'road' moved goods under way.
create schema shipping;
grant usage on schema shipping to ${app};

-- What an event says of a document. A correction ends a row and never erases it.
create table shipping.entry (
    seq           bigint not null,
    kind          text collate "C" not null
                  check (kind in ('shipment', 'arrival', 'return', 'road')),
    code          text collate "C" not null,
    code_normal   text collate "C" not null,
    consignee text collate "C" not null,
    consignee_normal text collate "C" not null,
    order_code    text collate "C",
    order_normal  text collate "C",
    site          text collate "C" not null,
    items         text[] not null,
    occurred_from timestamptz not null,
    corrected_by  bigint,
    primary key (seq, code)
);
create index entry_code on shipping.entry (code_normal);
create index entry_order on shipping.entry (order_normal) where order_normal is not null;

-- Which lots came back from a consignee: their births, to be found from the lots of a shipment.
create table shipping.came_back (
    birth         uuid not null,
    seq           bigint not null,
    corrected_by  bigint,
    primary key (birth, seq)
);
create index came_back_seq on shipping.came_back (seq);

-- What the rows that stand say together: one row per document, for lists. The order in which they
-- were recorded changes nothing here.
create table shipping.shipment (
    kind          text collate "C" not null,
    code_normal   text collate "C" not null,
    consignee_normal text collate "C" not null,
    code          text collate "C" not null,
    consignee text collate "C" not null,
    site          text collate "C" not null,
    occurred_from timestamptz not null,
    first_seq     bigint not null,
    primary key (code_normal, kind, consignee_normal)
);
create index shipment_newest on shipping.shipment (occurred_from desc, first_seq desc);

grant select, insert, update, delete on all tables in schema shipping to ${app};
