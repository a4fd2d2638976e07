package stemma.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the mailing of checkpoints stands on this node.
 *
 * @param every how much time is between two mails at least
 * @param last what was sent last; empty where nothing was yet
 * @param wrong why the last attempt, or a part of it, did not succeed; empty where it did
 * @param failures how many attempts have failed since
 * @param next when the next attempt is, where one failed
 */
public record Mailed(
        List<MailAddress> to,
        Duration every,
        Optional<Sent> last,
        Optional<String> wrong,
        int failures,
        Optional<Instant> next) {
    /** A checkpoint of so many entries, taken by the server at the moment. */
    public record Sent(long size, Instant at) {}

    public Mailed {
        to = List.copyOf(to);
    }
}
