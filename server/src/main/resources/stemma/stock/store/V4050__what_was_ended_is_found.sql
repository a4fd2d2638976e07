-- Who follows the ledger asks with every entry which movements it ended, and few are.
create index movement_corrected on stock.movement (corrected_by) where corrected_by is not null;
