-- What later facts call in question of lots that stand: an input that expires earlier than was
-- known when they were made, an input told after they had left. Closed by a judgement, by a
-- passport that no longer lasts longer, or by the correction of what called it in question.
create table genealogy.review (
    lot           bigint not null,
    first_ordinal int not null,
    last_ordinal  int not null,
    code          text collate "C" not null,
    cause         bigint not null,
    expiry        date,
    closed_by     bigint,
    primary key (lot, first_ordinal, code, cause)
);
create index review_open on genealogy.review (cause) where closed_by is null;
grant select, insert, update, delete on genealogy.review to ${app};
