-- Which events concern a vessel or another resource: fills, draws, losses, emptyings, cleanings. A
-- correction ends a row and never erases it.
create table production.resource_entry (
    seq             bigint not null,
    resource        text collate "C" not null,
    resource_normal text collate "C" not null,
    kind            text collate "C" not null,
    occurred_from   timestamptz not null,
    corrected_by    bigint,
    primary key (seq, resource)
);
create index resource_entry_newest on production.resource_entry
    (resource_normal, occurred_from desc, seq desc);

grant select, insert, update, delete on production.resource_entry to ${app};
