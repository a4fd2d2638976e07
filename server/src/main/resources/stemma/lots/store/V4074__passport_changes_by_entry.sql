-- What changed a passport is looked up by its entry, when the table is held against the record.
create index passport_change_seq on lots.passport_change (seq);
