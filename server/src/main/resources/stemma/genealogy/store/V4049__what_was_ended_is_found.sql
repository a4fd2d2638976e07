-- The index follows the ledger: which rows an entry ended is asked with every entry, and few are.
create index fed_corrected on genealogy.fed (corrected_by) where corrected_by is not null;
create index yielded_corrected on genealogy.yielded (corrected_by)
    where corrected_by is not null;
create index run_stated_corrected on genealogy.run_stated (corrected_by)
    where corrected_by is not null;
create index vessel_flow_corrected on genealogy.vessel_flow (corrected_by)
    where corrected_by is not null;
