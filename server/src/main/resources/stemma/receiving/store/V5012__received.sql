-- What each delivery brought of each item of the order that it names: one row per event and item,
-- in the unit in which the item is kept. A correction ends a row and never erases it.
create table receiving.received (
    seq          bigint not null,
    order_normal text collate "C" not null,
    item_normal  text collate "C" not null,
    amount       numeric not null,
    unit         text collate "C" not null,
    corrected_by bigint,
    primary key (seq, item_normal)
);
create index received_order on receiving.received (order_normal) where corrected_by is null;

grant select, insert, update, delete on receiving.received to ${app};
