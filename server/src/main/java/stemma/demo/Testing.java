package stemma.demo;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.InspectionBasis;
import stemma.ledger.Status;
import stemma.quality.Characteristic;
import stemma.quality.Inspection;
import stemma.quality.InspectionCard;
import stemma.quality.Reading;
import stemma.quality.Result;
import stemma.quality.Specification;
import stemma.quality.Specifying;
import stemma.quality.WrittenSpecification;
import stemma.signatures.Meaning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What is found of goods in the last days: specifications come in force, each lot that arrives or
 * is made opens its inspection, Lena keys what she finds, and what Quinn releases rests on it.
 */
final class Testing {
    /** From how many working days before the last one on goods are tested in this house. */
    static final int DAYS = 4;

    /** From how many working days before the last one on cream is tested. */
    static final int CREAM_DAYS = 44;

    private static final int FAILS_FIRST = 9;

    /** How far values stray from the middle, in sixteenths of what the limits allow. */
    private static final int[] STRAY = {0, 1, 0, -1, 1, 0, -1, 0, 1, 0, 0, -1, 0, 7, 0, -1, 1};

    private static final BigDecimal SIXTEENTHS = BigDecimal.valueOf(16);
    private static final Result.Instrument METER =
            new Result.Instrument("PH-1", "4.1", "CAL-26-02");
    private static final Result.Instrument LATER =
            new Result.Instrument("PH-1", "4.1", "CAL-26-03");

    private final DemoRooms rooms;
    private final Staff staff;
    private int tested;
    private int recorded;
    private boolean isBegun;

    Testing(DemoRooms rooms, Staff staff) {
        this.rooms = rooms;
        this.staff = staff;
    }

    /** Cream is tested longer than all else, so that one sees how it goes. */
    void beginWithCream() {
        begin(Specifications.of(Ingredient.CREAM));
    }

    void begin() {
        List<WrittenSpecification> others = new ArrayList<>(Specifications.all());
        others.removeAll(Specifications.of(Ingredient.CREAM));
        begin(others);
    }

    private void begin(List<WrittenSpecification> all) {
        isBegun = true;
        Specifying specifying = rooms.judging().specifying();
        for (WrittenSpecification written : all) {
            Specification draft = specifying.write(Crew.ADA.author(), written);
            specifying.force(
                    Crew.QUINN.author(),
                    draft.item(),
                    draft.revision(),
                    staff.sign(
                            rooms.signatures(),
                            Crew.QUINN,
                            Meaning.APPROVED,
                            Specifying.digest(draft)));
        }
    }

    /** A release names the inspections of its lots, of which all is found by then. */
    Event resting(Event event) {
        if (!isBegun
                || !(event instanceof Event.Judged judged)
                || judged.status() != Status.RELEASED) return event;
        List<InspectionCard> open = rooms.judging().quality().inspections(judged.lots()).stream()
                .filter(card -> card.inspection().state() == Inspection.State.OPEN)
                .toList();
        if (open.isEmpty()) return event;
        List<InspectionBasis> bases = new ArrayList<>();
        for (InspectionCard card : open) bases.add(found(card).basis());
        return new Event.Judged(judged.circumstances(), judged.status(), judged.lots(), bases);
    }

    /** Now and then the first value is bad, and another takes its place and says why. */
    private InspectionCard found(InspectionCard card) {
        boolean failsFirst = tested++ % FAILS_FIRST == 0;
        InspectionCard now = record(card, readings(card, failsFirst, METER, null));
        if (now.verdict().failing().isEmpty()) return now;
        List<Reading> again = readings(now, false, LATER, "misread").stream()
                .filter(one -> now.verdict().failing().contains(one.characteristic()))
                .toList();
        return record(now, again);
    }

    /** At the end some of what came today is tested, some half, one fails, and some waits. */
    void leaveSomeOpen() {
        List<InspectionCard> open = new ArrayList<>();
        for (InspectionCard card :
                rooms.judging().quality().inspections(Inspection.State.OPEN, 0, 100))
            if (card.results().isEmpty()) open.add(card);
        for (int i = 0; i < open.size(); i++) {
            List<Reading> all = readings(open.get(i), i == 1, METER, null);
            if (i % 4 == 3) continue;
            record(open.get(i), i % 4 == 2 ? all.subList(0, 1) : all);
        }
    }

    /** Measures everything of an inspection, and all of it is good. */
    InspectionCard measured(InspectionCard card) {
        return record(card, readings(card, false, METER, null));
    }

    private InspectionCard record(InspectionCard card, List<Reading> readings) {
        recorded++;
        return rooms.judging()
                .inspecting()
                .record(Crew.LENA.author(), card.inspection().id(), readings);
    }

    private List<Reading> readings(
            InspectionCard card,
            boolean fails,
            Result.Instrument instrument,
            @Nullable String reason) {
        List<Reading> readings = new ArrayList<>();
        for (Characteristic one : card.specification().characteristics()) {
            boolean isBad = fails && readings.isEmpty();
            EventId id = card.inspection()
                    .id()
                    .derived("result " + one.number() + (reason == null ? "" : reason));
            readings.add(Reading.asking(
                    id,
                    one.number(),
                    1,
                    value(one, isBad),
                    null,
                    null,
                    Evidence.KEYED,
                    one.unit().equals("pH") ? instrument : null,
                    reason));
        }
        return readings;
    }

    /** Returns a value well within the limits, or one beyond them. */
    private String value(Characteristic one, boolean isBad) {
        if (one.kind() == Characteristic.Kind.COUNTED) return isBad ? "99" : "0";
        if (one.kind() != Characteristic.Kind.MEASURED) return isBad ? "fails" : "passes";
        BigDecimal lower = one.lower();
        BigDecimal upper = one.upper();
        if (upper == null) {
            BigDecimal least = lower == null ? BigDecimal.ZERO : lower;
            return (isBad ? least.subtract(BigDecimal.ONE) : least.add(BigDecimal.TWO))
                    .toPlainString();
        }
        if (isBad) return upper.add(BigDecimal.ONE).toPlainString();
        BigDecimal least = lower == null ? upper : lower;
        BigDecimal wide = upper.subtract(least);
        BigDecimal stray = wide.multiply(BigDecimal.valueOf(STRAY[recorded % STRAY.length]))
                .divide(SIXTEENTHS);
        return least.add(wide.divide(BigDecimal.TWO))
                .add(stray)
                .setScale(one.decimals(), RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
