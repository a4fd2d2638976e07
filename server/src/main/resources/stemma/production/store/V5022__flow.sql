-- What moved into a run and out of it, line by line, so that what a work order has taken and given
-- is a sum. A correction ends a row and never erases it.
create table production.flow (
    seq          bigint not null,
    line         int not null,
    run          text collate "C" not null,
    run_normal   text collate "C" not null,
    order_normal text collate "C",
    side         text collate "C" not null check (side in ('IN', 'BACK', 'OUT', 'LOST')),
    lot          bigint not null,
    item         text collate "C" not null,
    amount       numeric not null,
    unit         text collate "C" not null,
    corrected_by bigint,
    primary key (seq, line)
);
create index flow_run on production.flow (run_normal);
create index flow_order on production.flow (order_normal) where order_normal is not null;
create index flow_lot on production.flow (lot);

grant select, insert, update, delete on production.flow to ${app};
