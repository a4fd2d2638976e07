-- A balance is changed in its place, without touching an index, so long as no index looks at the
-- quantity itself: whether there is anything is asked of a column of its own.
alter table stock.balance
    add column present boolean not null generated always as (quantity <> 0) stored;
drop index stock.balance_place;
create index balance_place on stock.balance (place) where present;

-- What an append asks of a lot is what stands somewhere. A lot that a thousand runs took from has a
-- thousand balances besides, at which nobody looks when the next one takes from it.
create index balance_standing on stock.balance (lot) where guarded and present;
