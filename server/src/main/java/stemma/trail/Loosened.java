package stemma.trail;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.ItemCode;

import java.time.Instant;
import java.util.List;

/**
 * A change that lessened control: of what, in what, by whom and why, and who signed it for quality.
 */
public record Loosened(
        Of of,
        Instant at,
        ActorId by,
        List<String> less,
        String reason,
        @Nullable ActorId signer) {
    public Loosened {
        less = List.copyOf(less);
    }

    /** Of what there is less control. */
    public sealed interface Of {
        /** An item, and how many of its lots have begun since. */
        record Goods(ItemCode item, long lotsSince) implements Of {}

        /** Equipment, by its code or in words such as {@code every tool}. */
        record Equipment(String words) implements Of {}
    }
}
