-- Orders are masters: what is ordered stands here, what came of it is computed from events. A line
-- is known by its number; one that is taken away stays in the audit trail.
create table catalog.purchase_order (
    id bigint generated always as identity primary key,
    normal text collate "C" not null unique,
    code text collate "C" not null,
    supplier bigint not null references catalog.partner,
    site bigint not null references catalog.site,
    due date,
    standing text collate "C" not null,
    revision integer not null default 1
);
create index purchase_order_supplier on catalog.purchase_order (supplier);
create index purchase_order_open on catalog.purchase_order (due) where standing = 'active';

create table catalog.purchase_order_line (
    purchase_order bigint not null references catalog.purchase_order,
    number integer not null,
    item bigint not null references catalog.item,
    amount numeric not null,
    unit text collate "C" not null,
    due date,
    over_percent numeric not null,
    under_percent numeric not null,
    primary key (purchase_order, number)
);
create index purchase_order_line_item on catalog.purchase_order_line (item);

create table catalog.sales_order (
    id bigint generated always as identity primary key,
    normal text collate "C" not null unique,
    code text collate "C" not null,
    customer bigint not null references catalog.partner,
    ship_to bigint references catalog.ship_to,
    due date,
    standing text collate "C" not null,
    revision integer not null default 1
);
create index sales_order_customer on catalog.sales_order (customer);
create index sales_order_open on catalog.sales_order (due) where standing = 'active';

create table catalog.sales_order_line (
    sales_order bigint not null references catalog.sales_order,
    number integer not null,
    item bigint not null references catalog.item,
    amount numeric not null,
    unit text collate "C" not null,
    due date,
    over_percent numeric not null,
    under_percent numeric not null,
    primary key (sales_order, number)
);
create index sales_order_line_item on catalog.sales_order_line (item);

create table catalog.work_order (
    id bigint generated always as identity primary key,
    normal text collate "C" not null unique,
    code text collate "C" not null,
    site bigint not null references catalog.site,
    recipe bigint not null references catalog.recipe,
    amount numeric not null,
    unit text collate "C" not null,
    resource bigint references catalog.resource,
    due date,
    standing text collate "C" not null,
    revision integer not null default 1
);
create index work_order_recipe on catalog.work_order (recipe);
create index work_order_open on catalog.work_order (due) where standing = 'active';

grant select, insert, update on
    catalog.purchase_order, catalog.sales_order, catalog.work_order to ${app};
grant select, insert, update, delete on
    catalog.purchase_order_line, catalog.sales_order_line to ${app};

-- What was agreed with a partner, how the lots of an item are numbered, what may stand in for an
-- input. Masters defined before have none of it.
alter table catalog.partner
    add minimum_remaining_days integer,
    add lots_per_line text collate "C" not null default 'any',
    add presumed_after_days integer,
    add status_at_receipt text collate "C";
alter table catalog.item add numbering text collate "C";
alter table catalog.recipe_line
    add tolerance_percent numeric,
    add alternates jsonb not null default '[]';

create table catalog.number_series (
    series text collate "C" primary key,
    last bigint not null
);
grant select, insert, update on catalog.number_series to ${app};
