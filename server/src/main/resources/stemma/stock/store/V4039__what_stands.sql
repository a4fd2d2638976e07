-- What an append asks of a lot is what stands somewhere. A lot that a thousand runs took from has a
-- thousand balances besides, at which nobody looks when the next one takes from it.
create index balance_standing on stock.balance (lot) where guarded and quantity <> 0;
