package stemma.demo;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.HoldCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.Portion;
import stemma.ledger.Circumstances;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Reach;
import stemma.ledger.Reason;
import stemma.signatures.Meaning;

import java.time.Instant;
import java.util.List;

/** What happened against a rule, and was told all the same: true facts with what they violate. */
final class LateReports {
    private static final ItemCode GARLIC = new ItemCode("GARLIC");
    private static final ItemCode SALT = new ItemCode("SALT");
    private static final ItemCode PEPPER = new ItemCode("PEPPER");
    private static final ItemCode MILK = new ItemCode("MILK");
    private static final int ENTERED = 18 * 60 + 5;
    private static final int LIFTED = 8 * 60 + 20;
    private static final int USED_AFTER_START = 12;

    private final Floor floor;
    private final Laboratory laboratory;
    private final Lines lines;
    private @Nullable Pile milk;

    LateReports(Floor floor, Laboratory laboratory, Lines lines) {
        this.floor = floor;
        this.laboratory = laboratory;
        this.lines = lines;
    }

    /**
     * Garlic goes into the pot before it is judged; the hold on the soup is lifted two days later.
     */
    void useUnjudged(int day) {
        Extra extra = Extra.receive(floor, day, 8 * 60 + 30, GARLIC, 60);
        Lines.Made made = lines.lastPlain();
        Event.Consumed used = use(day, made, extra.pile(), 6, "urgent_need");
        floor.story()
                .tellSigned(
                        Lines.who(made.making()),
                        floor.story().at(day, ENTERED),
                        Crew.QUINN,
                        Meaning.REPORTED,
                        used);
        laboratory.waits(day, List.of(Portion.of(extra.pile().lot())));
        floor.stores().add(extra.pile());
        made.pile().stop(day + 2);
        if (day + 2 > Workdays.TODAY) return;
        Circumstances good = floor.story().keyed(floor.story().at(day + 2, LIFTED));
        floor.story()
                .judge(
                        Meaning.LIFTED,
                        new Event.HoldLifted(
                                good.because(Reason.of("results_good")), heldFor(used)));
    }

    /** Returns the hold that the ledger sets on what came of an event that broke a quality rule. */
    private static HoldCode heldFor(Event event) {
        return new HoldCode("H-" + event.id().derived("held/0"));
    }

    private Event.Consumed use(int day, Lines.Made made, Pile pile, int kilograms, String reason) {
        Instant at = floor.story().at(day, made.making().start() + USED_AFTER_START);
        Circumstances late = floor.story().report(at, reason, "From the paper batch sheet.");
        Pile.Taken taken = pile.take(Measures.kg(kilograms));
        return new Event.Consumed(late, made.run(), List.of(taken.input()), List.of());
    }

    /** Salt is used, then held, then the use is entered. */
    void useBeforeHold(int day) {
        Lines.Made made = lines.lastPlain();
        Pile salt = floor.stores().usable(SALT, day).toList().getLast();
        Event.Consumed used = use(day, made, salt, 5, "entered_late");
        Story story = floor.story();
        int held = made.making().start() + USED_AFTER_START + 6;
        HoldCode hold = new HoldCode(floor.numbers().document("HOLD"));
        story.tell(
                Crew.QUINN,
                new Event.Held(
                        story.keyed(story.at(day, held)).because(Reason.of("torn_bags")),
                        hold,
                        new Reach.Sublot(Portion.of(salt.lot())),
                        Descent.ALONE));
        story.tell(Lines.who(made.making()), story.at(day, held + 5), used);
        Circumstances good = story.keyed(story.at(day, ENTERED + 40));
        story.judge(
                Meaning.LIFTED,
                new Event.HoldLifted(good.because(Reason.of("bags_changed")), hold));
    }

    /** More pepper is swept up than the books have of it, and nobody says why. */
    void moreThanBooked(int day) {
        Extra extra = Extra.receive(floor, day, 9 * 60 + 15, PEPPER, 50);
        Portion lot = Portion.of(extra.pile().lot());
        laboratory.waits(day, List.of(lot));
        Story story = floor.story();
        if (day + 1 > Workdays.TODAY) return;
        Circumstances stated = story.reportWithoutReason(story.at(day + 1, 9 * 60 + 10));
        story.tell(
                Crew.ROSA,
                new Event.Scrapped(
                        stated,
                        List.of(new stemma.ledger.Line(
                                lot, Measures.kg(53), null, Firm.GOODS_IN))));
    }

    /** A crate of milk is left behind in a corner. */
    void leaveMilk(int day) {
        Extra extra = Extra.receive(floor, day, 9 * 60 + 25, MILK, 20);
        laboratory.waits(day, List.of(Portion.of(extra.pile().lot())));
        milk = extra.pile();
    }

    /** It is used when it is past its date; nobody has signed for that, and the hold stands. */
    void useExpired(int day) {
        if (milk == null) throw new IllegalStateException("no milk was left behind");
        Lines.Made made = lines.lastPlain();
        Event.Consumed used = use(day, made, milk, 8, "mistaken");
        floor.story().tell(Lines.who(made.making()), floor.story().at(day, ENTERED), used);
        made.pile().stop(Workdays.TODAY);
    }
}
