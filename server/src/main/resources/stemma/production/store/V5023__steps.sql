-- What was done at a step of a work order, by whom and on what, and what was read off. A record is
-- never changed: of two records of one step the later tells, and both stand.
create table production.step_record (
    id           uuid primary key,
    order_normal text collate "C" not null,
    step         int not null,
    kind         text collate "C" not null,
    occurred_at  timestamptz not null,
    recorded_at  timestamptz not null,
    actor        text collate "C" not null,
    resource     text collate "C",
    readings     jsonb not null,
    reason       text not null
);
create index step_order on production.step_record (order_normal, step, recorded_at);
create index step_resource on production.step_record (resource, occurred_at)
    where resource is not null;

grant select, insert on production.step_record to ${app};
