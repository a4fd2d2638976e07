-- What items are held against, what waits to be judged, what was found. None of it is an event, so
-- every change is in the audit trail; a status that rests on it is an event and names it.
create schema quality;
grant usage on schema quality to ${app};

-- One row for each revision of an item. Only a draft is ever replaced.
create table quality.specification (
    item_normal text collate "C" not null,
    revision    int not null check (revision > 0),
    state       text collate "C" not null check (state in ('draft', 'in_force', 'retired')),
    body        text collate "C" not null,
    written_by  text collate "C" not null,
    written_at  timestamptz not null,
    signature   text collate "C",
    in_force_at timestamptz,
    retired_at  timestamptz,
    primary key (item_normal, revision)
);
create unique index specification_in_force on quality.specification (item_normal)
    where state = 'in_force';
create unique index specification_draft on quality.specification (item_normal)
    where state = 'draft';

-- The id of an inspection that a birth opened follows from that birth, so that told again it is the
-- same one.
create table quality.inspection (
    id          uuid primary key,
    item_normal text collate "C" not null,
    revision    int not null,
    site        text collate "C" not null,
    occasion    text collate "C" not null
                check (occasion in ('receipt', 'production', 'return', 'retest', 'asked')),
    amount      numeric not null,
    unit        text collate "C" not null,
    samples     int not null,
    opened_at   timestamptz not null,
    opened_by   text collate "C" not null,
    voided      boolean not null default false
);
create index inspection_opened on quality.inspection (opened_at desc);

-- What is inspected, and what was split off it since: the same material.
create table quality.inspection_lot (
    birth         uuid not null,
    first_ordinal int not null,
    last_ordinal  int not null,
    inspection    uuid not null,
    origin        text collate "C" not null check (origin in ('inspected', 'split')),
    primary key (birth, first_ordinal, last_ordinal, inspection)
);
create index inspection_lot_inspection on quality.inspection_lot (inspection);

create table quality.result (
    id             uuid primary key,
    inspection     uuid not null,
    characteristic int not null,
    sample         int not null check (sample > 0),
    value          text collate "C" not null,
    unit           text collate "C" not null,
    number         numeric,
    outcome        text collate "C" not null check (outcome in ('passes', 'fails')),
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null,
    recorded_by    text collate "C" not null,
    evidence       text collate "C" not null,
    instrument     text collate "C",
    program        text collate "C",
    calibration    text collate "C",
    replaces       uuid unique,
    reason         text collate "C" not null
);
create index result_inspection on quality.result (inspection, recorded_at);

-- Which judgements name an inspection; computed from the events. A correction ends a row.
create table quality.judged (
    inspection   uuid not null,
    seq          bigint not null,
    event        uuid not null,
    corrected_by bigint,
    primary key (inspection, seq)
);
create index judged_seq on quality.judged (seq);

grant select, insert on quality.result to ${app};
grant select, insert, update on quality.specification, quality.inspection, quality.inspection_lot,
    quality.judged to ${app};
