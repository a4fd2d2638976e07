-- Every row of links is written by a join on the run it hangs on, in the append that writes the
-- run, and can be computed anew from the journal. A foreign key would look each of them up once
-- more, and lock the run for all who write to it.
alter table genealogy.fed drop constraint fed_run_fkey;
alter table genealogy.fed_into drop constraint fed_into_fed_fkey;
alter table genealogy.yielded drop constraint yielded_run_fkey;
alter table genealogy.run_stated drop constraint run_stated_run_fkey;
