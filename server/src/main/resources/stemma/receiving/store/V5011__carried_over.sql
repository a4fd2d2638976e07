-- The documents of receiving are kept with all others from here on.
insert into documents.entry (seq, kind, part, code, code_normal, apart, with_whom, with_normal,
    order_code, order_normal, site, items, occurred_from, corrected_by)
select seq, case kind when 'return' then 'return_to_supplier' else kind end, 'tells', code,
    code_normal, supplier_normal, supplier, supplier_normal, order_code, order_normal, site, items,
    occurred_from, corrected_by
from receiving.entry;
insert into documents.document (kind, code_normal, apart, with_normal, site, occurred_from,
    first_seq)
select case kind when 'return' then 'return_to_supplier' else kind end, code_normal,
    supplier_normal, supplier_normal, site, occurred_from, first_seq
from receiving.receipt;
drop table receiving.entry;
drop table receiving.receipt;
