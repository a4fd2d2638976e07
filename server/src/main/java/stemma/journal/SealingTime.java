package stemma.journal;

import java.util.Optional;

/**
 * When a key sealed the log.
 *
 * @param begun the checkpoint by which the key before handed the log over to it; empty for the
 *     first key, and for one that no key handed the log over to
 * @param ended the checkpoint by which it handed the log on; empty while it has not
 */
public record SealingTime(
        VerifyingKey key, Optional<Checkpoint> begun, Optional<Checkpoint> ended) {}
