-- When an item asks for attention, the GTINs of its cases and pallets, and how a site numbers its
-- pallets. Masters defined before have none of it.
alter table catalog.item
    add expiry_alert_days integer,
    add retest_alert_days integer,
    add pack_levels text collate "C";
alter table catalog.site add sscc_prefix text collate "C";
