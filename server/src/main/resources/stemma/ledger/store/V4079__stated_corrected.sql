-- What corrections name, so that whoever checks an archive knows it before reading the journal.
create view ledger.stated_corrected as
    select e.id
    from ledger.correction c join ledger.event e on e.seq = c.corrected_seq
    order by e.id;
