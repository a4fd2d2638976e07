-- The runs are kept with all other documents from here on.
insert into documents.entry (seq, kind, part, code, code_normal, apart, with_whom, with_normal,
    order_code, order_normal, site, items, occurred_from, corrected_by)
select seq, 'run', case kind when 'loss' then 'befalls' else 'tells' end, code, code_normal, code,
    line, line_normal, order_code, order_normal, site, items, occurred_from, corrected_by
from production.entry;
insert into documents.document (kind, code_normal, apart, with_normal, site, occurred_from,
    first_seq)
select 'run', code_normal, code, line_normal, site, occurred_from, first_seq from production.run;
drop table production.entry;
drop table production.run;
