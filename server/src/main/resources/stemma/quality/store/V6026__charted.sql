-- The course of a characteristic asks for the inspections of one item.
create index inspection_item on quality.inspection (item_normal, opened_at);
