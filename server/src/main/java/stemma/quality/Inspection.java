package stemma.quality;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.quantity.Quantity;
import stemma.shell.Refused;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The check of lots against one revision of the specification of their item: what opened it, who
 * and when, by when it is to be judged, how much there was then, how many samples are taken, and
 * how it stands. One that a birth opened has an id that follows from that birth's, so that it is
 * opened once.
 */
public record Inspection(
        EventId id,
        ItemCode item,
        int revision,
        List<Portion> lots,
        SiteCode site,
        Occasion occasion,
        Quantity amount,
        int samples,
        Instant openedAt,
        ActorId openedBy,
        @Nullable Instant due,
        State state) {
    public Inspection {
        lots = List.copyOf(lots);
    }

    /** How it stands. */
    public enum State {
        OPEN,
        /** A judgement that stands names it. */
        JUDGED,
        /** The birth that opened it was voided. */
        VOID;

        /** Reads the word of a state; any other is refused with {@code choice_unknown}. */
        public static State of(String word) {
            for (State state : values()) {
                if (state.word().equals(word)) return state;
            }
            throw Refused.of(
                    "choice_unknown",
                    422,
                    "An inspection is open, judged or void, not " + word + ".");
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
