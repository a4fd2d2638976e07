-- The checkpoints by which one key handed the log over to the next: few among very many.
CREATE INDEX checkpoint_hands_over ON journal.checkpoint (size) WHERE note LIKE '%from %to %';
