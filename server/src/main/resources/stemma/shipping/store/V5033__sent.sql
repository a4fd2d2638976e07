-- What went out for an order: of each shipment the quantity of each lot number. A correction ends a
-- row; what stands is the sum of the others. Before this table there were no orders to compare it
-- with, so that it begins empty.
create table shipping.sent (
    seq           bigint not null,
    order_normal  text collate "C" not null,
    code_normal   text collate "C" not null,
    item_normal   text collate "C" not null,
    number_normal text collate "C" not null,
    quantity      numeric not null,
    unit          text collate "C" not null,
    corrected_by  bigint,
    primary key (seq, item_normal, number_normal)
);
create index sent_order on shipping.sent (order_normal) where corrected_by is null;
grant select, insert, update, delete on shipping.sent to ${app};
