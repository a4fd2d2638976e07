-- Which lots of an item there are, without reading them.
create index lot_of_item on lots.lot (upper(item), key) where voided_by is null;
