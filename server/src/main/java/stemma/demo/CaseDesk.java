package stemma.demo;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Line;
import stemma.nonconformance.CaseEntry;
import stemma.nonconformance.CaseFile;
import stemma.nonconformance.CaseKind;
import stemma.nonconformance.CaseSubject;
import stemma.nonconformance.Complainant;
import stemma.nonconformance.Complaint;
import stemma.nonconformance.RootCause;
import stemma.nonconformance.Severity;
import stemma.nonconformance.SubjectKind;
import stemma.signatures.Meaning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What customers complained of and what was done about it: one complaint that is closed, one of
 * yesterday, a nonconformance, a deviation in a run, and a corrective action that is nearly due.
 */
final class CaseDesk {
    private final DemoRooms rooms;
    private final Staff staff;
    private final Workdays days;
    private final Map<LotId, Birth> births = new HashMap<>();
    private final List<Act> acts;

    CaseDesk(DemoRooms rooms, Staff staff, Workdays days, List<Act> acts) {
        this.rooms = rooms;
        this.staff = staff;
        this.days = days;
        this.acts = acts;
        for (Act act : acts)
            for (Event event : act.events())
                if (!(event instanceof Event.Corrected))
                    for (Birth birth : Facts.births(event))
                        births.put(birth.of(event.id()).first(), birth);
    }

    /** Lids that were not tight: told, found, answered, closed; and what follows from it. */
    void lids() {
        List<CaseSubject> about = sold(Workdays.TODAY - 19, "S-104");
        Open complaint = open(
                CaseKind.COMPLAINT,
                "Lids not tight",
                "Two cups of a case had leaked in the cold store.",
                Severity.MAJOR,
                20,
                about,
                "Tomato and white bean soup");
        complaint.enter(Crew.REMY, new CaseEntry.Assessed(CaseEntry.Reportable.NO, "No injury."));
        complaint.enter(
                Crew.QUINN,
                new CaseEntry.Investigated(RootCause.EQUIPMENT, "Sealing head 3 was worn."));
        complaint.enter(Crew.QUINN, new CaseEntry.Decided("Credit the case, change the head."));
        complaint.enter(Crew.REMY, new CaseEntry.Replied(today(), "With our apology."));
        Open capa = open(
                CaseKind.CAPA,
                "Sealing heads wear unseen",
                "Three complaints about lids in a year, each from a worn head.",
                Severity.MAJOR,
                16,
                List.of(CaseSubject.of(SubjectKind.CASE, complaint.number)),
                null);
        complaint.close("The customer was credited; see " + capa.number + ".");
        capa.enter(
                Crew.QUINN,
                new CaseEntry.Investigated(RootCause.METHOD, "Heads are changed when they fail."));
        capa.enter(Crew.QUINN, new CaseEntry.Decided("Change them by count of strokes."));
        capa.enter(Crew.QUINN, planned("Write the instruction", Crew.OTTO, 5));
        capa.enter(Crew.QUINN, planned("Count strokes on line 2", Crew.LENA, 12));
        capa.enter(Crew.OTTO, new CaseEntry.ActionDone(1, "In force."));
        capa.enter(
                Crew.QUINN,
                new CaseEntry.CheckPlanned("No leaking lid in four weeks", today().plusDays(19)));
    }

    /** Butter that came too warm, from the supplier of the cream. */
    void butter() {
        Open nonconformance = open(
                CaseKind.NONCONFORMANCE,
                "Butter received at 11 °C",
                "The truck's cooling had failed on the way.",
                Severity.MINOR,
                21,
                List.of(
                        CaseSubject.of(SubjectKind.ITEM, "BUTTER"),
                        CaseSubject.of(SubjectKind.PARTNER, "GREENDAIRY")),
                null);
        nonconformance.enter(Crew.QUINN, new CaseEntry.Assessed(null, "One pallet."));
        nonconformance.enter(
                Crew.QUINN, new CaseEntry.Investigated(RootCause.TRANSPORT, "Cooling failed."));
    }

    /** A run that was cooked for too short a time, by its chart. */
    void chart() {
        Act made = last(Workdays.TODAY - 2, Event.Produced.class);
        if (!(made.events().getFirst() instanceof Event.Produced produced)) return;
        Open deviation = open(
                CaseKind.DEVIATION,
                "Chart of kettle 2 stops for four minutes",
                "The pen was dry; the product was tested instead.",
                Severity.MINOR,
                14,
                List.of(CaseSubject.of(SubjectKind.RUN, produced.run().id().code())),
                null);
        deviation.enter(Crew.OTTO, new CaseEntry.Assessed(null, "Core temperature was 92 °C."));
    }

    /** Something hard in a soup, of yesterday: nobody has assessed it yet. */
    void hardPiece() {
        open(
                CaseKind.COMPLAINT,
                "Hard piece in the soup",
                "A guest bit on something and kept it.",
                Severity.CRITICAL,
                10,
                sold(Workdays.TODAY - 8, "S-109"),
                "Curried lentil soup");
    }

    private Open open(
            CaseKind kind,
            String title,
            String account,
            Severity severity,
            int dueDays,
            List<CaseSubject> about,
            @Nullable String product) {
        Complaint complaint =
                product == null ? null : new Complaint(product, today(), "", title, "", null);
        CaseFile file = rooms.judging()
                .cases()
                .open(
                        Crew.REMY.author(),
                        new CaseEntry.Opened(
                                kind,
                                Firm.SITE,
                                title,
                                account,
                                today(),
                                product == null ? "the plant" : "a customer",
                                product == null ? "operator" : "customer",
                                severity,
                                Crew.QUINN.actor(),
                                today().plusDays(dueDays),
                                about,
                                complaint,
                                kind == CaseKind.DEVIATION ? "Cooking chart, W-COOK 4" : null),
                        product == null ? null : new Complainant("J. Doyle", "", ""));
        return new Open(file.number());
    }

    private final class Open {
        private final String number;

        private Open(String number) {
            this.number = number;
        }

        void enter(Crew who, CaseEntry entry) {
            int seen = rooms.judging().cases().file(number).revision();
            rooms.judging().cases().enter(who.author(), number, seen, entry, Optional.empty());
        }

        void close(String words) {
            int seen = rooms.judging().cases().file(number).revision();
            rooms.judging()
                    .cases()
                    .enter(
                            Crew.QUINN.author(),
                            number,
                            seen,
                            new CaseEntry.Closed(words, null),
                            Optional.of(shown -> staff.sign(
                                    rooms.signatures(), Crew.QUINN, Meaning.APPROVED, shown)));
        }
    }

    private CaseEntry planned(String action, Crew owner, int days) {
        return new CaseEntry.ActionPlanned(action, owner.actor(), today().plusDays(days));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(rooms.clock().now(), Firm.ZONE);
    }

    /** Returns a lot of the item that had been shipped by that day, its shipment and customer. */
    private List<CaseSubject> sold(int day, String item) {
        ItemCode code = new ItemCode(item);
        for (Act act : acts.reversed()) {
            if (act.recordedAt().isAfter(days.at(day, 0))) continue;
            for (Event event : act.events()) {
                if (!(event instanceof Event.Shipped shipped)) continue;
                for (Line line : shipped.lines()) {
                    Birth birth = births.get(line.lot().first());
                    if (birth == null || !birth.passport().item().equals(code)) continue;
                    return List.of(
                            new CaseSubject(
                                    SubjectKind.LOT, birth.passport().number().text(), code, null),
                            CaseSubject.of(
                                    SubjectKind.SHIPMENT, shipped.shipment().code()),
                            CaseSubject.of(
                                    SubjectKind.PARTNER, shipped.consignee().code()));
                }
            }
        }
        throw new IllegalStateException("no " + item + " was sold by day " + day);
    }

    private Act last(int day, Class<? extends Event> kind) {
        for (Act act : acts.reversed())
            if (!act.recordedAt().isAfter(days.at(day, 0))
                    && kind.isInstance(act.events().getFirst())) return act;
        throw new IllegalStateException("nothing of the kind before day " + day);
    }
}
