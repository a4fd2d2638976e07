-- Whose judgement called a part of it in question, where it was judged alone: its release
-- closes that.
alter table genealogy.review add column origin bigint;
alter table genealogy.review add column origin_first int;
alter table genealogy.review add column origin_last int;
create index review_origin on genealogy.review (origin) where closed_by is null;
