-- What an archive states of lots, for whoever checks that it follows from the entries.
create view lots.stated_lot as
    select key, birth, first_ordinal, last_ordinal, item, number, unit,
           voided_by is not null as voided
    from lots.lot;
create view lots.stated_judgement as
    select lot, first_ordinal, last_ordinal, lower(status) as status
    from lots.judgement where corrected_by is null;
