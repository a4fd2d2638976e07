-- The last reading of one kind before a use is found without going through those of the others.
create index entry_reading on upkeep.entry (normal, (content::jsonb ->> 'of'), at)
    where kind = 'monitored';
