package stemma.demo;

import stemma.certificates.IssueAsked;
import stemma.certificates.IssueDraft;
import stemma.certificates.IssuedCertificate;
import stemma.certificates.IssuedKind;
import stemma.certificates.Issuing;
import stemma.identifiers.EventId;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.signatures.Meaning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The certificates of analysis that went with the latest shipments whose goods had been tested; the
 * oldest of them is withdrawn.
 */
final class OwnPapers {
    private static final int MANY = 3;

    private final DemoRooms rooms;
    private final Staff staff;

    OwnPapers(DemoRooms rooms, Staff staff) {
        this.rooms = rooms;
        this.staff = staff;
    }

    void issue(List<Act> acts) {
        List<IssuedCertificate> issued = new ArrayList<>();
        Set<IssueAsked> tried = new HashSet<>();
        for (Act act : acts.reversed())
            for (Event event : act.events())
                if (event instanceof Event.Shipped shipped)
                    for (Line line : shipped.lines())
                        if (issued.size() < MANY) issue(shipped, line, tried, issued);
        if (issued.size() == MANY) withdraw(issued.getLast());
    }

    private void issue(
            Event.Shipped shipped,
            Line line,
            Set<IssueAsked> tried,
            List<IssuedCertificate> issued) {
        Issuing issuing = rooms.judging().issuing();
        IssueAsked asked =
                new IssueAsked(IssuedKind.ANALYSIS, line.lot(), null, null, shipped.shipment());
        if (!tried.add(asked)) return;
        IssueDraft draft = issuing.draft(asked, Crew.QUINN.actor());
        if (!draft.mayBeSigned()) return;
        EventId id = shipped.id().derived("certificate of " + line.lot());
        issued.add(issuing.issue(
                Crew.QUINN.author(),
                id,
                asked,
                staff.sign(
                        rooms.signatures(),
                        Crew.QUINN,
                        Meaning.CERTIFIED,
                        draft.statement().digest())));
    }

    private void withdraw(IssuedCertificate one) {
        String why = "The thermometer of the test was found to read low; tested again.";
        rooms.judging()
                .issuing()
                .withdraw(
                        Crew.QUINN.author(),
                        one.id(),
                        why,
                        staff.sign(
                                rooms.signatures(),
                                Crew.QUINN,
                                Meaning.WITHDRAWN,
                                Issuing.withdrawing(one, why)));
    }
}
