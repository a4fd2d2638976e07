-- Shipments and returns are kept with all other documents from here on.
insert into documents.entry (seq, kind, part, code, code_normal, apart, with_whom, with_normal,
    order_code, order_normal, site, items, occurred_from, corrected_by)
select seq, case kind when 'return' then 'return' else 'shipment' end,
    case kind when 'arrival' then 'follows' when 'road' then 'befalls' else 'tells' end, code,
    code_normal, consignee_normal, consignee, consignee_normal, order_code, order_normal, site,
    items, occurred_from, corrected_by
from shipping.entry;
insert into documents.document (kind, code_normal, apart, with_normal, site, occurred_from,
    first_seq)
select kind, code_normal, consignee_normal, consignee_normal, site, occurred_from, first_seq
from shipping.shipment;
insert into documents.came_back (birth, seq, corrected_by)
select birth, seq, corrected_by from shipping.came_back;
drop table shipping.entry;
drop table shipping.came_back;
drop table shipping.shipment;
