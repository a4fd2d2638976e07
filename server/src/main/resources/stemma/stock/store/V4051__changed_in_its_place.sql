-- One index still looked at the quantity, so that every change of a balance wrote all of them anew;
-- and who asks what is on hand asks for what is less than nothing, too, which it could not tell.
drop index stock.balance_on_hand;
create index balance_on_hand on stock.balance (lot)
    where present and (place like 'at:%' or place like 'container:%');
-- Room beside each balance for what it changes to.
alter table stock.balance set (fillfactor = 85);
