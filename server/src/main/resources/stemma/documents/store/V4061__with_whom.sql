-- What came from a supplier, or went to a customer, is found by the partner.
create index entry_with on documents.entry (with_normal, occurred_from)
    where kind in ('receipt', 'shipment');
