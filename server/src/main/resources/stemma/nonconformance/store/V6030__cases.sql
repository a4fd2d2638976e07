-- Complaints, nonconformances, deviations and CAPA. What was entered stands in entry and is never
-- changed; case_file says what all entries of a case come to, so that work lists need not read
-- them. Every entry has its line in the audit trail.
create schema nonconformance;
grant usage on schema nonconformance to ${app};

create table nonconformance.case_file (
    number    text collate "C" primary key,
    kind      text collate "C" not null,
    year      int not null,
    ordinal   int not null,
    site      text collate "C" not null,
    title     text not null,
    severity  text collate "C" not null,
    state     text collate "C" not null,
    cause     text collate "C",
    owner     text collate "C" not null,
    due       date not null,
    next_due  date,
    waits_for text[] collate "C" not null,
    opened_by text collate "C" not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    entries   int not null,
    unique (kind, year, ordinal)
);
create index case_open on nonconformance.case_file (next_due) where closed_at is null;

create table nonconformance.entry (
    number     text collate "C" not null references nonconformance.case_file,
    ordinal    int not null,
    entered_at timestamptz not null,
    entered_by text collate "C" not null,
    content    text not null,
    primary key (number, ordinal)
);

-- What a case is about. A whole family is named by item and number; a part of it, or units of a
-- block, by birth and ordinals.
create table nonconformance.subject (
    number text collate "C" not null references nonconformance.case_file,
    place  int not null,
    kind   text collate "C" not null,
    code   text not null,
    normal text collate "C" not null,
    item   text collate "C",
    birth  uuid,
    first  int,
    last   int,
    primary key (number, place)
);
create index subject_normal on nonconformance.subject (normal, kind);
create index subject_family on nonconformance.subject (item, normal) where item is not null;
create index subject_part on nonconformance.subject (birth) where birth is not null;

-- Who complained. The record holds only a salted digest of it; erased, that says nothing.
create table nonconformance.complainant (
    number  text collate "C" primary key references nonconformance.case_file,
    salt    text collate "C" not null,
    name    text not null,
    address text not null,
    phone   text not null
);

grant select, insert, update on nonconformance.case_file to ${app};
grant select, insert on nonconformance.entry, nonconformance.subject to ${app};
grant select, insert, delete on nonconformance.complainant to ${app};
