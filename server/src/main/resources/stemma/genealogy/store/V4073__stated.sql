-- What an archive states of links, for whoever checks that it follows from the entries.
create view genealogy.stated_link as
    select 'FED' as side, r.id as run, f.lot, f.first_ordinal, f.last_ordinal, f.quantity,
           f.evidence
    from genealogy.fed f join genealogy.run r on r.key = f.run where f.corrected_by is null
    union all
    select 'YIELDED', r.id, y.lot, y.first_ordinal, y.last_ordinal, y.quantity, y.evidence
    from genealogy.yielded y join genealogy.run r on r.key = y.run where y.corrected_by is null;
create view genealogy.stated_into as
    select r.id as run, f.lot, f.first_ordinal, f.last_ordinal,
           i.lot as output, i.first_ordinal as output_first, i.last_ordinal as output_last
    from genealogy.fed_into i
    join genealogy.fed f on f.key = i.fed
    join genealogy.run r on r.key = f.run
    where f.corrected_by is null;
create view genealogy.stated_flow as
    select direction, vessel, lot, first_ordinal, last_ordinal, quantity, evidence,
           (extract(epoch from occurred_from) * 1000000)::bigint as from_micros,
           (extract(epoch from occurred_to) * 1000000)::bigint as to_micros
    from genealogy.vessel_flow where corrected_by is null;
