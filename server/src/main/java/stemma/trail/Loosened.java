package stemma.trail;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.ItemCode;

import java.time.Instant;
import java.util.List;

/**
 * A change of an item that lessened control: in what, by whom and why, who signed it for quality,
 * and how many lots have begun since.
 */
public record Loosened(
        ItemCode item,
        Instant at,
        ActorId by,
        List<String> less,
        String reason,
        @Nullable ActorId signer,
        long lotsSince) {
    public Loosened {
        less = List.copyOf(less);
    }
}
