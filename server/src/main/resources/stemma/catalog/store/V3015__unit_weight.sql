-- What one unit of an item with catch weight weighs, with its tolerance. Items defined before have
-- none, and any weight of them is plausible.
alter table catalog.item add unit_weight text collate "C";
