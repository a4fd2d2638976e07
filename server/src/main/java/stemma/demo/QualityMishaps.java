package stemma.demo;

import stemma.identifiers.DocumentCode;
import stemma.identifiers.HoldCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.ledger.Circumstances;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.ledger.Occurrence;
import stemma.ledger.Reach;
import stemma.ledger.Reason;
import stemma.ledger.Status;
import stemma.ledger.TimeSource;
import stemma.signatures.Meaning;

import java.time.Instant;
import java.util.List;

/** Holds set and lifted, finished lots and receipts rejected, destroyed or sent back. */
final class QualityMishaps {
    private static final int EVENING = 18 * 60 + 30;
    private static final int MORNING = 8 * 60 + 5;
    private static final int HELD_DAYS = 3;
    private static final int BAD_BUTTER_KG = 400;

    private final Floor floor;
    private final Laboratory laboratory;
    private final Lines lines;

    QualityMishaps(Floor floor, Laboratory laboratory, Lines lines) {
        this.floor = floor;
        this.laboratory = laboratory;
        this.lines = lines;
    }

    /** A finished lot is held over some days, until the second look is good. */
    void holdFinished(int day) {
        Pile pile = lines.today().getFirst().pile();
        pile.stop(day + HELD_DAYS);
        HoldCode hold = hold(
                day, new Reach.Sublot(Portion.of(pile.lot())), "metal_check", "Test piece missed.");
        lift(hold, day + HELD_DAYS, MORNING, "second_check_good");
    }

    /** All that a metal detector saw on a day is held for half an hour, until it is proven good. */
    void holdResource(int day) {
        Story story = floor.story();
        Occurrence window = new Occurrence(
                story.at(day, 7 * 60), story.at(day, 17 * 60), TimeSource.STATED, Firm.ZONE);
        ResourceCode detector = new ResourceCode("METAL-2");
        HoldCode hold = hold(
                day,
                new Reach.Touched(detector, window),
                "metal_check",
                "The evening test of the detector failed.");
        lift(hold, day, EVENING + 30, "second_check_good");
    }

    private HoldCode hold(int day, Reach reach, String reason, String text) {
        HoldCode hold = new HoldCode(floor.numbers().document("HOLD"));
        Circumstances found = floor.story().keyed(floor.story().at(day, EVENING));
        floor.story()
                .tell(
                        Crew.QUINN,
                        new Event.Held(
                                found.because(new Reason(reason, text)),
                                hold,
                                reach,
                                Descent.ALONE));
        return hold;
    }

    private void lift(HoldCode hold, int day, int minute, String reason) {
        if (day > Workdays.TODAY) return;
        Circumstances good = floor.story().keyed(floor.story().at(day, minute));
        floor.story()
                .judge(Meaning.LIFTED, new Event.HoldLifted(good.because(Reason.of(reason)), hold));
    }

    /** Seals of a lot leak: it is rejected, caged, destroyed. */
    void rejectFinished(int day) {
        Pile pile = lines.today().getLast().pile();
        pile.stop(Workdays.TODAY);
        if (day + 4 > Workdays.TODAY) return;
        laboratory.judge(day + 1, MORNING + 40, Status.REJECTED, List.of(Portion.of(pile.lot())));
        Line all = pile.move(Firm.CAGE).line();
        Story story = floor.story();
        story.tell(
                Crew.SENA,
                new Event.Moved(
                        story.scan(story.at(day + 1, MORNING + 55)),
                        List.of(all),
                        List.of(),
                        Firm.CAGE));
        Circumstances gone = story.keyed(story.at(day + 4, MORNING + 180));
        story.judge(
                Meaning.DISPOSED,
                new Event.Destroyed(
                        gone.because(Reason.of("seal_leaks")),
                        new DocumentCode(floor.numbers().document("DC")),
                        List.of(pile.take(pile.left()).line())));
    }

    /** Butter comes too warm and goes back. */
    void rejectReceipt(int day) {
        if (day + 3 > Workdays.TODAY) return;
        Extra extra = Extra.receive(
                floor, day, 9 * 60 + 40, new stemma.identifiers.ItemCode("BUTTER"), BAD_BUTTER_KG);
        Pile pile = extra.pile();
        laboratory.judge(day + 1, 6 * 60 + 20, Status.REJECTED, List.of(Portion.of(pile.lot())));
        Instant at = floor.story().at(day + 3, MORNING + 140);
        floor.story()
                .judge(
                        Meaning.DISPOSED,
                        new Event.ReturnedToSupplier(
                                floor.story().keyed(at).because(Reason.of("too_warm")),
                                new DocumentCode(floor.numbers().document("RS")),
                                extra.received().supplier(),
                                List.of(pile.take(pile.left()).line())));
    }
}
