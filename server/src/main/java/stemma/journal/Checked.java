package stemma.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an invariant was last proven on this node.
 *
 * @param word which one
 * @param sentence what it says
 * @param at when a whole round last ended; empty before the first has
 * @param looked at how many rows or entries that round looked
 * @param found how much is found not to hold, by the round under way or else by the last
 * @param findings the first of them, as far as they were found since the server started
 */
public record Checked(
        String word,
        String sentence,
        Optional<Instant> at,
        long looked,
        long found,
        List<Finding> findings) {
    public Checked {
        findings = List.copyOf(findings);
    }
}
