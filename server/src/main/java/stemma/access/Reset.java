package stemma.access;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * A password that somebody else had in hand, reset or for a person let in: whose, by whom, when and
 * why; and who else has confirmed since that its owner chose it.
 */
public record Reset(
        ActorId person,
        Kind kind,
        ActorId by,
        Instant at,
        String reason,
        @Nullable ActorId confirmedBy,
        @Nullable Instant confirmedAt) {

    /**
     * With one that was reset nobody signs until it is confirmed; who was let in does, and it is
     * told.
     */
    public enum Kind {
        RESET,
        LET_IN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isOpen() {
        return confirmedBy == null;
    }

    /** Says whether it keeps its owner from signing. */
    public boolean suspends() {
        return isOpen() && kind == Kind.RESET;
    }

    /** Returns what a signature says beside the name for as long as it does; empty: nothing. */
    public String remark() {
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        return switch (kind) {
            case RESET ->
                "password reset by " + by + " on " + day
                        + (confirmedBy == null ? "" : ", confirmed by " + confirmedBy);
            case LET_IN ->
                isOpen() ? "let in by " + by + " on " + day + ", confirmed by nobody else" : "";
        };
    }
}
