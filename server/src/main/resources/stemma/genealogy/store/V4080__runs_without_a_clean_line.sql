-- To which runs material may have been carried over is asked in each trace. Only runs before which
-- the line was not known to be clear can have got any, and in many plants there are none.
create index run_not_clear on genealogy.run
    using gist (tstzrange(started_from, started_to, '[]'))
    where line is not null and basis = 'NONE';
