-- The serials of a block stand in lots.serial, one row each. A passport that lists a hundred
-- thousand of them is not read again for each of its units.
update lots.lot set
    passport = (passport::jsonb - 'serials')::text,
    birth_passport = (birth_passport::jsonb - 'serials')::text
where passport like '%"serials"%' or birth_passport like '%"serials"%';
update lots.passport_change set passport = (passport::jsonb - 'serials')::text
where passport like '%"serials"%';
