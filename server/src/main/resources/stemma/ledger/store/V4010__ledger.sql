-- What the ledger keeps beside the journal: a search copy of each event, which lots it touches,
-- under which documents it stands, which event corrects which, and the buckets by which writers
-- take turns.
create schema ledger;
grant usage on schema ledger to ${app};

create table ledger.event (
    seq           bigint primary key,
    id            uuid not null unique,
    kind          text collate "C" not null,
    claim         text collate "C" not null,
    site          text collate "C" not null,
    occurred_from timestamptz not null,
    occurred_to   timestamptz not null,
    follows       uuid,
    violations    text[] not null
);
create index event_follows on ledger.event (follows) where follows is not null;
create index event_violations on ledger.event (seq) where violations <> '{}';

create table ledger.touch (
    birth         uuid not null,
    first_ordinal int not null,
    last_ordinal  int not null,
    seq           bigint not null,
    primary key (birth, first_ordinal, last_ordinal, seq)
);

create table ledger.document (
    code text collate "C" not null,
    seq  bigint not null,
    primary key (code, seq)
);

-- One live correction per event, since each event is corrected at most once.
create table ledger.correction (
    corrected_seq bigint primary key,
    by_seq        bigint not null unique
);

create table ledger.bucket (id int primary key);
insert into ledger.bucket select generate_series(0, 65535);

grant select, insert on ledger.event, ledger.touch, ledger.document, ledger.correction to ${app};
grant select, update on ledger.bucket to ${app};
