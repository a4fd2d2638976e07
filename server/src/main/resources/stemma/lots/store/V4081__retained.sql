-- What is split off to be kept as a sample is known by its birth.
alter table lots.lot add column retained boolean not null default false;
create index lot_retained on lots.lot (key) where retained;
