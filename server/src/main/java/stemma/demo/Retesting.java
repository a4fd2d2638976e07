package stemma.demo;

import static java.util.Objects.requireNonNull;

import stemma.identifiers.EventId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Evidence;
import stemma.ledger.Facts;
import stemma.ledger.Occurrence;
import stemma.ledger.Reason;
import stemma.ledger.Status;
import stemma.ledger.Submission;
import stemma.ledger.Submitted;
import stemma.ledger.TimeSource;
import stemma.quality.InspectionCard;
import stemma.quality.NextRetest;
import stemma.quality.Occasion;
import stemma.quantity.Quantity;
import stemma.signatures.Digest;
import stemma.signatures.Meaning;
import stemma.signatures.Offered;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is tested again in the last days, and until when a sample of it is kept. */
final class Retesting {
    private static final int TEST_DAYS = 14;

    private final DemoRooms rooms;
    private final Staff staff;
    private final Workdays days;
    private final Testing testing;
    private final Map<LotNumber, Born> acids = new HashMap<>();

    private record Born(Portion lot, Quantity quantity) {}

    Retesting(DemoRooms rooms, Staff staff, Workdays days, Testing testing, List<Act> acts) {
        this.rooms = rooms;
        this.staff = staff;
        this.days = days;
        this.testing = testing;
        for (Act act : acts)
            for (Event event : act.events())
                for (Birth birth : Facts.births(event))
                    if (birth.passport().item().equals(Ingredient.CITRIC))
                        acids.put(
                                birth.passport().number(),
                                new Born(birth.of(event.id()), birth.quantity()));
    }

    /** A sample is kept until its lot is tested again; one lot is by now, one will be soon. */
    void keep() {
        keep(CitricAcid.TESTED, days.date(Workdays.TODAY - 3));
        keep(CitricAcid.BEGUN, days.date(Workdays.TODAY).plusDays(TEST_DAYS));
    }

    private void keep(LotNumber number, LocalDate until) {
        rooms.judging()
                .retaining()
                .keep(
                        Crew.QUINN.author(),
                        born(Samples.of(number)).lot(),
                        until,
                        "Until the lot has been tested again.");
    }

    /** A lot is tested again, passes, and gets its next date over a signature on what is found. */
    void retest() {
        InspectionCard card = testing.measured(begun(CitricAcid.TESTED));
        Circumstances now = now(card.inspection().id().derived("judgement"));
        List<Event> events = new ArrayList<>();
        events.add(new Event.Judged(
                now, Status.RELEASED, card.inspection().lots(), List.of(card.basis())));
        for (NextRetest next : rooms.judging().retests().next(card))
            events.add(new Event.PassportChanged(
                    now(now.id().derived("date " + events.size())).because(Reason.of("tested")),
                    next.lot().span(),
                    next.passport()));
        Demo.check(rooms.ledger().append(List.of(signed(events))));
    }

    /** The test of the next is begun, and nothing is found yet. */
    void begin() {
        begun(CitricAcid.BEGUN);
    }

    private InspectionCard begun(LotNumber number) {
        Born lot = born(number);
        Born kept = born(Samples.of(number));
        EventId id = lot.lot().first().birth().derived("retest");
        rooms.judging()
                .inspecting()
                .open(
                        Crew.LENA.author(),
                        id,
                        List.of(lot.lot()),
                        Occasion.RETEST,
                        lot.quantity().minus(kept.quantity()));
        return rooms.judging().quality().inspection(id);
    }

    private Submission signed(List<Event> events) {
        List<Submitted> signed = new ArrayList<>();
        List<Offered> offered = new ArrayList<>();
        for (Event event : events) {
            Offered one = staff.sign(
                    rooms.signatures(),
                    Crew.QUINN,
                    Meaning.APPROVED,
                    Digest.of(EventJson.bytes(event)));
            signed.add(Submitted.of(event.under(event.circumstances().signed(one.signature()))));
            offered.add(one);
        }
        return new Submission(Crew.QUINN.author(), signed, offered);
    }

    private Circumstances now(EventId id) {
        return Circumstances.of(
                id,
                Claim.INTENT,
                Occurrence.at(rooms.clock().now(), TimeSource.STATED, Firm.ZONE),
                Firm.SITE,
                Evidence.KEYED);
    }

    private Born born(LotNumber number) {
        return requireNonNull(acids.get(number));
    }
}
