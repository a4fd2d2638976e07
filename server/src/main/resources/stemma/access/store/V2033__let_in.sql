-- Whoever lets a person in sees the invitation too, and could choose the first password himself.
alter table access.reset add column kind text collate "C" not null default 'reset'
    check (kind in ('reset', 'let_in'));
