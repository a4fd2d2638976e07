-- Where everything is: movements as events state them, balances as their fold, holds, containers.
-- Nothing references a balance, so that a hot lot is never locked by a foreign key.
create schema stock;
grant usage on schema stock to ${app};

create table stock.movement (
    seq           bigint not null,
    line          int not null,
    lot           bigint not null,
    first_ordinal int not null,
    last_ordinal  int not null,
    quantity      numeric not null,
    catch_weight  numeric,
    catch_unit    text collate "C",
    source        text collate "C" not null,
    target        text collate "C" not null,
    corrected_by  bigint,
    primary key (seq, line)
);
create index movement_lot on stock.movement (lot, first_ordinal);
create index movement_shipped on stock.movement (target, seq) where target like 'transit:%';
create index movement_delivered on stock.movement (target, lot) where target like 'customer:%';

-- Plain lots: how much of a lot is at a place. Guarded places never go below zero.
create table stock.balance (
    lot          bigint not null,
    place        text collate "C" not null,
    quantity     numeric not null,
    catch_weight numeric,
    catch_unit   text collate "C",
    guarded      boolean not null,
    primary key (lot, place),
    check (not guarded or quantity >= 0)
) with (fillfactor = 70);
create index balance_place on stock.balance (place) where quantity <> 0;

-- Serial blocks: each unit is in exactly one place; what moves together is one row.
create table stock.unit_range (
    lot           bigint not null,
    first_ordinal int not null,
    last_ordinal  int not null check (last_ordinal >= first_ordinal),
    place         text collate "C" not null,
    primary key (lot, first_ordinal)
) with (fillfactor = 70);
create index unit_range_place on stock.unit_range (place);

create table stock.container (
    code   text collate "C" primary key,
    parent text collate "C",
    place  text collate "C",
    basis  text collate "C" not null,
    check (parent is null or place is null)
);
create index container_parent on stock.container (parent) where parent is not null;
create index container_place on stock.container (place) where place is not null;

-- Who a shipment goes to: what stands between a lot on the road and its consignee.
create table stock.shipment (
    code          text collate "C" not null,
    code_normal   text collate "C" not null,
    sales_order   text collate "C",
    consignee     text collate "C" not null,
    ship_to       text collate "C",
    site          text collate "C" not null,
    occurred_from timestamptz not null,
    occurred_to   timestamptz not null,
    seq           bigint not null,
    corrected_by  bigint,
    primary key (code_normal, seq)
);
create index shipment_order on stock.shipment (sales_order) where sales_order is not null;
create index shipment_consignee on stock.shipment (consignee, occurred_from);

create table stock.hold (
    code         text collate "C" primary key,
    seq          bigint not null,
    reach        text not null,
    reach_kind   text collate "C" not null,
    descent      text collate "C" not null,
    reason       text not null,
    actor        text collate "C" not null,
    site         text collate "C" not null,
    held_from    timestamptz not null,
    recorded_at  timestamptz not null,
    spread       text collate "C" not null check (spread in ('spreading', 'complete')),
    lifted_seq   bigint
);
create index hold_live on stock.hold (code) where lifted_seq is null;

-- Lots that a hold reaches by descent, by the run that yielded them or by the resource that
-- touched them.
create table stock.mark (
    hold          text collate "C" not null,
    lot           bigint not null,
    first_ordinal int not null,
    last_ordinal  int not null,
    primary key (lot, hold, first_ordinal)
);
create index mark_hold on stock.mark (hold);

grant select, insert, update, delete on all tables in schema stock to ${app};
