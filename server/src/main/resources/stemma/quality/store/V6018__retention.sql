-- Until when somebody said that a retained sample is kept; the last one said counts.
create table quality.retention (
    birth   uuid not null,
    ordinal int not null,
    number  int not null,
    until   date not null,
    why     text not null,
    said_by text collate "C" not null,
    said_at timestamptz not null,
    primary key (birth, ordinal, number)
);
grant select, insert on quality.retention to ${app};
