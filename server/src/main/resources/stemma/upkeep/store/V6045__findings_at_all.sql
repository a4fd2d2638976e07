-- Whether a calibration or a reading was ever told at all is asked before each trace.
create index entry_finding on upkeep.entry (normal) where kind in ('calibrated', 'monitored');
