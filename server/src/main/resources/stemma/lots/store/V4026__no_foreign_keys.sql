-- What hangs on a lot is written in the append that writes the lot, under its inner key, and can be
-- computed anew from the journal. A foreign key would look each row up once more.
alter table lots.external drop constraint external_lot_fkey;
alter table lots.serial drop constraint serial_lot_fkey;
alter table lots.passport_change drop constraint passport_change_lot_fkey;
alter table lots.judgement drop constraint judgement_lot_fkey;
