package stemma.access;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A password that somebody else reset: whose, by whom, when and why; and who else has confirmed
 * since that its owner chose the new one. Until then nobody signs with it.
 */
public record Reset(
        ActorId person,
        ActorId by,
        Instant at,
        String reason,
        @Nullable ActorId confirmedBy,
        @Nullable Instant confirmedAt) {

    public boolean isOpen() {
        return confirmedBy == null;
    }

    /** Returns what a signature given soon after it says beside the name. */
    public String remark() {
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        return "password reset by " + by + " on " + day
                + (confirmedBy == null ? "" : ", confirmed by " + confirmedBy);
    }
}
