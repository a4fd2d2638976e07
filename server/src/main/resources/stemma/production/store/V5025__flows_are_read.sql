-- What moved into the runs of an order and out of them is read from the movements that stand under
-- its documents; kept a second time, line by line, it began empty on a database that was there
-- before.
drop table production.flow;
