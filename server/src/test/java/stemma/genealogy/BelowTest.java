package stemma.genealogy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stemma.identifiers.EventId;
import stemma.identifiers.HoldCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.Occurrence;
import stemma.ledger.Reach;
import stemma.ledger.TimeSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What descends from a hold is not searched again in every slice of a round. */
class BelowTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final EventId ID = new EventId(new UUID(0x0190_0000_0000_7000L, Long.MIN_VALUE));
    private static final Span FLOUR = new Span(1, 0, 0);
    private static final Span DOUGH = new Span(7, 0, 0);
    private static final Span SALT = new Span(8, 0, 0);

    private int searches;
    private long sealed = 2_000;
    private final Below below = new Below(
            new Kin() {
                @Override
                public Set<Span> descendants(Collection<Span> of) {
                    searches++;
                    return Set.of(FLOUR, DOUGH);
                }

                @Override
                public Set<Span> ancestors(Collection<Span> of) {
                    throw new AssertionError("nobody asks");
                }
            },
            () -> sealed);

    @Test
    void it_is_searched_once_for_all_slices() {
        for (long position = 0; position < 2_000; position += 500) {
            assertThat(reaches("H-1", DOUGH, position)).isTrue();
            assertThat(reaches("H-1", SALT, position)).isFalse();
        }
        assertThat(searches).isEqualTo(1);
        assertThat(reaches("H-2", DOUGH, 0)).isTrue();
        assertThat(searches).isEqualTo(2);
    }

    @Test
    void it_is_searched_again_for_what_was_sealed_since_and_in_the_next_round() {
        assertThat(reaches("H-1", DOUGH, 1_999)).isTrue();
        sealed = 3_000;
        assertThat(reaches("H-1", DOUGH, 2_000)).isTrue();
        assertThat(reaches("H-1", DOUGH, 2_999)).isTrue();
        assertThat(searches).isEqualTo(2);
        below.forget();
        assertThat(reaches("H-1", DOUGH, 0)).isTrue();
        assertThat(searches).isEqualTo(3);
    }

    private boolean reaches(String hold, Span lot, long position) {
        Occurrence then = new Occurrence(NOW, NOW, TimeSource.STATED, ZoneId.of("UTC"));
        Event.Held held = new Event.Held(
                Circumstances.of(ID, Claim.INTENT, then, new SiteCode("BAKERY"), Evidence.SCANNED),
                new HoldCode(hold),
                new Reach.Sublot(Portion.of(new LotId(ID, 0))),
                Descent.WITH_DESCENDANTS);
        return below.reaches(new InForce(held, 1, Long.MAX_VALUE), List.of(FLOUR), lot, position);
    }
}
