-- What stood against a result that was kept all the same, such as a balance out of calibration.
alter table quality.result add column against text not null default '';
create index result_instrument on quality.result (upper(instrument), occurred_at)
    where instrument is not null;
create index result_against on quality.result (recorded_at) where against <> '';
