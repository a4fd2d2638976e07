-- How a number looks to one who reads it off a label: O as 0, I and L as 1, without dashes and
-- spaces.
create index lot_look on lots.lot (translate(number_normal, 'OIL-_./ ', '011'));
create index external_look on lots.external (translate(text_normal, 'OIL-_./ ', '011'));
create index serial_look on lots.serial (translate(serial_normal, 'OIL-_./ ', '011'));
