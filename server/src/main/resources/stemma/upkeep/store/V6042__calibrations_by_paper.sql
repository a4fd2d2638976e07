-- Which calibrations rest on a paper is asked from the paper.
create index entry_paper on upkeep.entry ((content::jsonb ->> 'paper'))
    where kind = 'calibrated' and jsonb_exists(content::jsonb, 'paper');
