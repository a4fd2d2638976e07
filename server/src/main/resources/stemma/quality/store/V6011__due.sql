-- By when an inspection is to be judged, as its specification said when it was opened.
alter table quality.inspection add column due_at timestamptz;
create index inspection_due on quality.inspection (due_at);
