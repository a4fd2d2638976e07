-- What an archive states of containers, holds and catch weights, to be checked by who likes.
create or replace view stock.stated_balance as
    select lot, place, quantity, catch_weight from stock.balance where present;
create view stock.stated_container as
    select code, parent, place from stock.container;
create view stock.stated_hold as
    select code, lower(descent) as descent, reach, lifted_seq is not null as lifted
    from stock.hold;
