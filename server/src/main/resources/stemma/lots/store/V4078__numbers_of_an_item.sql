-- Whether a new number looks like another of its item is asked of each birth. A plant may give one
-- number to lots of many items, and many numbers to one: both columns are looked up at once.
drop index lots.lot_look;
create index lot_look on lots.lot (translate(number_normal, 'OIL-_./ ', '011'), upper(item));
drop index lots.lot_number;
create index lot_number on lots.lot (number_normal, upper(item));
