-- What a visiting auditor may see: items by code or by how their codes begin, and recorded when.
create table access.seat (
    person bigint primary key references access.person,
    items text[] not null,
    since timestamptz not null,
    until timestamptz not null
);

grant select, insert, update on access.seat to ${app};
