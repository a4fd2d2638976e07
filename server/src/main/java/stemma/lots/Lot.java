package stemma.lots;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Tracking;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.ledger.Event;
import stemma.ledger.Passport;
import stemma.ledger.SplitKind;
import stemma.ledger.Status;
import stemma.quantity.Unit;

import java.time.Instant;

/**
 * A lot or serial block as known now: our inner key (0 while it is only being judged), its
 * identity, passport (without the serials of a block, for which see {@link Lots#serials}), base
 * unit and the status it was born with. {@code bornFrom} and {@code bornTo} bound the moment of its
 * birth. What is retained is kept as a sample: it is neither shipped nor used, but for a test.
 */
public record Lot(
        long key,
        Portion span,
        Unit unit,
        Tracking tracking,
        SiteCode site,
        Status birthStatus,
        Passport passport,
        long bornSeq,
        Instant bornFrom,
        Instant bornTo,
        boolean isRetained) {
    /** Lots that are equal have one identity; their passports are long. */
    @Override
    public int hashCode() {
        return span.hashCode();
    }

    /** Says whether what is born of the event is kept as a retained sample. */
    public static boolean isRetained(Event birth) {
        return birth instanceof Event.Split split && split.kind() == SplitKind.RETAIN;
    }

    /** Returns of what a retained sample is taken that is born of the event. */
    public static @Nullable LotId retainedOf(Event birth) {
        return birth instanceof Event.Split split && isRetained(birth)
                ? split.from().lot().first()
                : null;
    }

    public LotId id() {
        return span.first();
    }

    public ItemCode item() {
        return passport.item();
    }

    public LotNumber number() {
        return passport.number();
    }

    /** Says whether it is a block of serialised units, rather than a plain lot. */
    public boolean isSerial() {
        return tracking == Tracking.SERIAL;
    }

    /** Says whether it is the endless stock of an item that people do not track. */
    public boolean isPool() {
        return tracking == Tracking.POOL;
    }
}
