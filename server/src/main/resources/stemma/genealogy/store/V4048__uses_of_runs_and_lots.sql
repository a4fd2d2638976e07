-- What touched a run or a lot is asked where several lots are compared.
create index use_run on genealogy.use (run) where run is not null;
create index use_lot on genealogy.use (lot, first_ordinal) where lot is not null;
