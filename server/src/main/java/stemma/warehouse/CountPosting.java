package stemma.warehouse;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventIds;
import stemma.ledger.AdjustmentCause;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.Line;
import stemma.ledger.Occurrence;
import stemma.ledger.Place;
import stemma.ledger.Reason;
import stemma.ledger.TimeSource;
import stemma.quantity.Quantity;
import stemma.stock.Stock;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The events that make the books meet a count; each names the count as its reason. */
final class CountPosting {
    private final CountDocument count;
    private final Stock stock;
    private final ZoneId zone;
    private final Instant now;
    private final EventIds ids;

    CountPosting(CountDocument count, Stock stock, ZoneId zone, Instant now, EventIds ids) {
        this.count = count;
        this.stock = stock;
        this.zone = zone;
        this.now = now;
        this.ids = ids;
    }

    List<Event> events(List<CountCard.Difference> lines, Counts.Extent extent) {
        List<Event> events = new ArrayList<>();
        for (CountCard.Difference line : lines) {
            if (line.counted() == null && extent == Counts.Extent.COUNTED_ONLY) continue;
            if (line.difference().isZero()) continue;
            Place elsewhere = line.elsewhere();
            events.add(
                    elsewhere != null && isOurs(elsewhere)
                            ? moved(line, elsewhere)
                            : adjusted(line));
        }
        return events;
    }

    /** A unit that was found is brought here from where the books have it. */
    private Event moved(CountCard.Difference line, Place from) {
        Line here = new Line(line.portion(), line.found(), null, from);
        return new Event.Moved(circumstances(line), List.of(here), List.of(), count.place());
    }

    private Event adjusted(CountCard.Difference line) {
        Quantity difference = line.difference();
        boolean missing = difference.isNegative();
        Place variance = Place.Beyond.COUNT_VARIANCE;
        return new Event.Adjusted(
                circumstances(line),
                line.portion(),
                missing ? difference.negated() : difference,
                weight(line, missing),
                missing ? count.place() : variance,
                missing ? variance : count.place(),
                AdjustmentCause.COUNT);
    }

    /** The weight goes with the pieces where both were told and go the same way. */
    private @Nullable Quantity weight(CountCard.Difference line, boolean missing) {
        Counted counted = line.counted();
        if (line.lot().isSerial()) return null;
        Quantity booked = stock.of(line.lot(), line.portion()).stream()
                .filter(b -> b.place().equals(count.place()))
                .map(stemma.stock.Balance::catchWeight)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (booked == null) return null;
        if (counted == null) return booked.isPositive() ? booked : null;
        if (counted.weight() == null || !counted.weight().unit().equals(booked.unit())) return null;
        Quantity difference = counted.weight().minus(booked);
        if (missing) difference = difference.negated();
        return difference.isPositive() ? difference : null;
    }

    /** What nobody found is missing by rule: the whole place was counted. */
    private Circumstances circumstances(CountCard.Difference line) {
        Counted counted = line.counted();
        Evidence evidence = counted == null ? Evidence.DERIVED : counted.evidence();
        return Circumstances.of(
                        ids.next(),
                        Claim.REPORT,
                        Occurrence.at(now, TimeSource.SERVER, zone),
                        count.site(),
                        evidence)
                .because(new Reason("count_difference", "count " + count.code()));
    }

    private static boolean isOurs(Place place) {
        return place instanceof Place.At
                || place instanceof Place.InContainer
                || place instanceof Place.InCustody;
    }
}
