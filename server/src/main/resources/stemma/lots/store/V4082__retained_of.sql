-- What a retained sample was taken of, so that the card of that lot finds it at once.
alter table lots.lot add column retained_of uuid, add column retained_of_ordinal int;
create index lot_retained_of on lots.lot (retained_of, retained_of_ordinal)
    where retained_of is not null;
