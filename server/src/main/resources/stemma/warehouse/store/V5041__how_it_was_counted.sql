-- Whether a scanner or a hand said which lot it is; of what was counted before, nobody can tell.
alter table warehouse.count_line add column evidence text collate "C" not null default 'keyed'
    check (evidence in ('scanned', 'keyed'));
alter table warehouse.count_line alter column evidence drop default;
