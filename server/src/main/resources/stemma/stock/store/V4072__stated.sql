-- What an archive states of stock, for whoever checks that it follows from the entries.
create view stock.stated_balance as
    select lot, place, quantity from stock.balance where present;
create view stock.stated_range as
    select lot, first_ordinal, last_ordinal, place from stock.unit_range;
