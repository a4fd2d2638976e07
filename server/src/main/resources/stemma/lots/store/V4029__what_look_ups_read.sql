-- Wherever lots that are not voided are looked up by something else, an index of just those could
-- be read from end to end instead, and a plan made while there were few lots went on doing so.
drop index lots.lot_of_item;
create index lot_of_item on lots.lot (upper(item), key) include (voided_by);

-- The units whose life an event ended are found again when it is corrected.
create index serial_ended on lots.serial (ended_by) where ended_by is not null;
