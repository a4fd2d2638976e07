-- Whether a cleaning ended between two uses is asked for each of them.
create index touch_cleaned on upkeep.touch (normal, occurred_to) where kind = 'cleaned';
