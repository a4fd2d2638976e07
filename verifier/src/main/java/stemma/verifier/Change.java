package stemma.verifier;

import java.util.Optional;

/**
 * What one entry does to the record: an effect begins, and under a correction another ends.
 *
 * @param endedSeq the number of the entry under which what ends had begun
 */
record Change(
        Event event,
        Optional<Event> effect,
        Optional<Event> ended,
        long endedSeq,
        Standing standing,
        long position,
        Envelope envelope) {}
