-- How a code was spelled when it was first used, by its kind and normal form: a run,
-- resource, container, shipment or hold written otherwise later is the same one.
create table ledger.spelling (
    key  text collate "C" primary key,
    code text collate "C" not null
);
grant select, insert on ledger.spelling to ${app};
