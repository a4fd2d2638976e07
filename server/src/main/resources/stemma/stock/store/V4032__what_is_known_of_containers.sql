-- A move tells nothing of what is inside, and a packing need not move the container.
alter table stock.container_step alter column basis drop not null;
alter table stock.container_step add column goes boolean not null default true;
-- What stands nowhere known, because what was said of it ran in a circle.
create index container_nowhere on stock.container (code) where parent is null and place is null;
