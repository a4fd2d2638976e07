-- The masters as they stand now. Their history is the audit trail; nothing here is ever deleted.
-- "normal" is the key on its normal form (see MasterKey); the text as given stands beside it.
create schema catalog;
grant usage on schema catalog to ${app};

create table catalog.site (
    id bigint generated always as identity primary key,
    normal text collate "C" not null unique,
    code text collate "C" not null,
    name text not null,
    country text collate "C" not null,
    zone text collate "C" not null,
    gln text collate "C",
    standing text collate "C" not null,
    revision integer not null default 1
);

create table catalog.location (
    id bigint generated always as identity primary key,
    normal text collate "C" not null unique,
    site bigint not null references catalog.site,
    code text collate "C" not null,
    name text not null,
    standing text collate "C" not null,
    revision integer not null default 1
);

create table catalog.item (
    id bigint generated always as identity primary key,
    normal text collate "C" not null unique,
    code text collate "C" not null,
    name text not null,
    base_unit text collate "C" not null,
    tracking text collate "C" not null,
    shelf_life_days integer,
    status_at_receipt text collate "C" not null,
    status_at_production text collate "C" not null,
    sublots text collate "C" not null,
    catch_weight_unit text collate "C",
    gtin text collate "C" unique deferrable initially deferred,
    standing text collate "C" not null,
    revision integer not null default 1
);


create table catalog.conversion (
    id bigint generated always as identity primary key,
    normal text collate "C" not null unique,
    item bigint references catalog.item,
    from_unit text collate "C" not null,
    to_unit text collate "C" not null,
    numerator numeric not null,
    denominator numeric not null,
    standing text collate "C" not null,
    revision integer not null default 1
);
create index conversion_item on catalog.conversion (item);

create table catalog.partner (
    id bigint generated always as identity primary key,
    normal text collate "C" not null unique,
    code text collate "C" not null,
    name text not null,
    country text collate "C" not null,
    roles text[] not null,
    reach text collate "C" not null,
    gln text collate "C",
    standing text collate "C" not null,
    revision integer not null default 1
);

create table catalog.ship_to (
    id bigint generated always as identity primary key,
    normal text collate "C" not null unique,
    partner bigint not null references catalog.partner,
    code text collate "C" not null,
    name text not null,
    address text not null,
    country text collate "C" not null,
    gln text collate "C",
    standing text collate "C" not null,
    revision integer not null default 1
);
create index ship_to_partner on catalog.ship_to (partner);

create table catalog.resource (
    id bigint generated always as identity primary key,
    normal text collate "C" not null unique,
    code text collate "C" not null,
    name text not null,
    kind text collate "C" not null,
    site bigint not null references catalog.site,
    standing text collate "C" not null,
    revision integer not null default 1
);

create table catalog.recipe (
    id bigint generated always as identity primary key,
    normal text collate "C" not null unique,
    item bigint not null references catalog.item,
    recipe_revision text collate "C" not null,
    tolerance_percent numeric not null,
    standing text collate "C" not null,
    revision integer not null default 1
);
create index recipe_item on catalog.recipe (item);

create table catalog.recipe_line (
    recipe bigint not null references catalog.recipe,
    line integer not null,
    part text collate "C" not null,
    item bigint not null references catalog.item,
    amount numeric not null,
    unit text collate "C" not null,
    primary key (recipe, line)
);
create index recipe_line_item on catalog.recipe_line (item);

grant select, insert, update on
    catalog.site, catalog.location, catalog.item, catalog.conversion,
    catalog.partner, catalog.ship_to, catalog.resource, catalog.recipe to ${app};
grant select, insert on catalog.recipe_line to ${app};
