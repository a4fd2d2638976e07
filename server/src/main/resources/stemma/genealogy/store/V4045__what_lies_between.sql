-- What each event said of its run. The run itself is what all of them together say, whatever the
-- order in which they were recorded, and without those that a correction has ended.
create table genealogy.run_stated (
    run           bigint not null references genealogy.run,
    seq           bigint not null,
    kind          text collate "C" not null,
    work_order    text collate "C",
    line          text collate "C",
    basis         text collate "C" not null,
    after         text collate "C",
    occurred_from timestamptz not null,
    occurred_to   timestamptz not null,
    corrected_by  bigint,
    primary key (run, seq)
);
create index run_stated_seq on genealogy.run_stated (seq);
grant select, insert, update, delete on genealogy.run_stated to ${app};

-- What may lie between two runs of a line or two flows of a vessel is found by overlap of
-- intervals: an unknown time is a wide interval, so neither end alone bounds the search.
create index run_started on genealogy.run using gist (tstzrange(started_from, started_to, '[]'))
    where line is not null;
create index run_line_ended on genealogy.run (line, started_to) where line is not null;
create index vessel_flow_when on genealogy.vessel_flow
    using gist (tstzrange(occurred_from, occurred_to, '[]')) where direction <> 'empty';
