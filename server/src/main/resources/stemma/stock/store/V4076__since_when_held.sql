-- The entry that put a hold in force last: one that sets it, or corrects how it was set, or takes
-- back that it was lifted. A lift that was told before that is spent.
alter table stock.hold add column since_seq bigint;
update stock.hold set since_seq = seq;
alter table stock.hold alter column since_seq set not null;
