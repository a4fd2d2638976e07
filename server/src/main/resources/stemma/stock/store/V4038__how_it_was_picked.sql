-- Whether a scanner or a hand said what is in hand; of what was in hand before, nobody can tell.
alter table stock.reservation add column picked_how text collate "C"
    check (picked_how in ('scanned', 'keyed'));
update stock.reservation set picked_how = 'keyed' where picked_by is not null;
alter table stock.reservation add check ((picked_by is null) = (picked_how is null));
