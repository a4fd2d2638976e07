-- Where each event put a container. Where it stands is the last step that no correction has ended,
-- by the time it happened, so that a late report does not move what was moved since.
create table stock.container_step (
    seq          bigint not null,
    code         text collate "C" not null,
    parent       text collate "C",
    place        text collate "C",
    basis        text collate "C" not null,
    occurred_to  timestamptz not null,
    corrected_by bigint,
    primary key (seq, code)
);
create index container_step_code on stock.container_step (code, occurred_to, seq);
grant select, insert, update, delete on stock.container_step to ${app};
