package stemma.verifier;

import java.util.List;

/**
 * What is asked of an archive.
 *
 * @param checkpoints texts of checkpoints that were kept elsewhere, which the archive must continue
 * @param keys texts of the public keys that are known; none means to believe the archive's own
 */
public record Question(Depth depth, List<String> checkpoints, List<String> keys) {
    public Question {
        checkpoints = List.copyOf(checkpoints);
        keys = List.copyOf(keys);
    }

    /** Asks everything, of an archive by itself. */
    public static Question whole() {
        return new Question(Depth.WHOLE, List.of(), List.of());
    }

    /** Asks for hashes and signatures alone, of an archive by itself. */
    public static Question hashes() {
        return new Question(Depth.HASHES, List.of(), List.of());
    }
}
