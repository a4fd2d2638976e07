-- The upkeep of equipment. What was told of a resource stands in entry and is never changed; what
-- events say of it is computed into touch; what must be true when it is used stands in requirement.
create schema upkeep;
grant usage on schema upkeep to ${app};

create table upkeep.entry (
    id          uuid primary key,
    resource    text collate "C" not null,
    normal      text collate "C" not null,
    site        text collate "C" not null,
    kind        text collate "C" not null,
    at          timestamptz not null,
    told_at     timestamptz not null,
    told_by     text collate "C" not null,
    valid_until date,
    due         date,
    about       uuid,
    content     text not null
);
create index entry_normal on upkeep.entry (normal, kind, at);
create index entry_about on upkeep.entry (about) where about is not null;

-- One row for what one event says of one resource. products: the normal codes of the items that it
-- was used for, none where nobody can know yet.
create table upkeep.touch (
    seq           bigint not null,
    normal        text collate "C" not null,
    resource      text collate "C" not null,
    kind          text collate "C" not null,
    event         uuid not null,
    site          text collate "C" not null,
    occurred_from timestamptz not null,
    occurred_to   timestamptz not null,
    told_by       text collate "C" not null,
    run           text collate "C",
    products      text[] collate "C" not null,
    words         text not null,
    corrected_by  bigint,
    primary key (seq, normal)
);
create index touch_normal on upkeep.touch (normal, kind, occurred_from);
create index touch_run on upkeep.touch (run) where run is not null;
create index touch_event on upkeep.touch (event);

create table upkeep.requirement (
    id          uuid primary key,
    kind        text collate "C",
    resource    text collate "C",
    item        text collate "C",
    work_order  text collate "C",
    demands     text[] collate "C" not null,
    clean_hours int,
    reason      text not null,
    made_at     timestamptz not null,
    made_by     text collate "C" not null,
    ended_at    timestamptz,
    ended_by    text collate "C"
);

grant select, insert on upkeep.entry to ${app};
grant select, insert, update on upkeep.touch, upkeep.requirement to ${app};
