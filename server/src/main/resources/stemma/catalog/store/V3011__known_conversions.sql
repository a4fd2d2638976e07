-- Conversions that hold for every item by definition of the units (SI; international yard and
-- pound, 1959; US liquid gallon of 231 cubic inches). One "from" is numerator / denominator "to".
-- The key is written as MasterKey writes it: a capital of a unit is marked, since codes ignore
-- case, units do not.
insert into catalog.conversion (normal, from_unit, to_unit, numerator, denominator, standing)
select upper('/' || replace(replace(regexp_replace(from_unit, '([A-Z])', '^\1', 'g'), '\',
    '\\'), '/', '\/')
          || '/' || replace(replace(regexp_replace(to_unit, '([A-Z])', '^\1', 'g'), '\',
              '\\'), '/', '\/')),
       from_unit, to_unit, numerator, denominator, 'active'
from (values
    ('mg', 'g', 1, 1000),
    ('g', 'kg', 1, 1000),
    ('t', 'kg', 1000, 1),
    ('lb', 'kg', 45359237, 100000000),
    ('oz', 'lb', 1, 16),
    ('mL', 'L', 1, 1000),
    ('cL', 'L', 1, 100),
    ('hL', 'L', 100, 1),
    ('m3', 'L', 1000, 1),
    ('gal', 'L', 3785411784, 1000000000),
    ('mm', 'm', 1, 1000),
    ('cm', 'm', 1, 100),
    ('km', 'm', 1000, 1),
    ('in', 'm', 254, 10000),
    ('ft', 'm', 3048, 10000),
    ('m2', 'cm2', 10000, 1)
) as known(from_unit, to_unit, numerator, denominator);
