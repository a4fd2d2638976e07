-- By what was done: seldom acts, such as a changed master, are found among all others.
CREATE INDEX trail_action ON audit.trail (action, seq);
