package stemma.demo;

import stemma.identifiers.ItemCode;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.ledger.Place;
import stemma.quantity.Quantity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was recorded wrongly and set right by an event that names it. */
final class Corrections {
    private static final ItemCode SALT = new ItemCode("SALT");
    private static final String TYPING = "typing_error";
    private static final int ARRIVES = 9 * 60 + 30;
    private static final int SEEN = ARRIVES + 12;
    private static final int SEEN_AGAIN = ARRIVES + 20;
    private static final int PUT_AWAY = ARRIVES + 28;
    private static final int MISCOUNT = 20;

    private final Floor floor;
    private final Laboratory laboratory;
    private final Lines lines;

    Corrections(Floor floor, Laboratory laboratory, Lines lines) {
        this.floor = floor;
        this.laboratory = laboratory;
        this.lines = lines;
    }

    /** Salt is received as 500 kg, and there are 480. */
    void receipt(int day) {
        Extra extra = Extra.receive(floor, day, ARRIVES, SALT, 500);
        correct(day, SEEN, extra.received().id(), extra.of(480), "480 kg on the scale.");
        keep(day, extra, 480);
    }

    /** Salt is received as 500 kg, corrected to 480, and that correction to 490. */
    void receiptTwice(int day) {
        Extra extra = Extra.receive(floor, day, ARRIVES, SALT, 500);
        Event first =
                correct(day, SEEN, extra.received().id(), extra.of(480), "480 kg on the scale.");
        correct(day, SEEN_AGAIN, first.id(), extra.of(490), "The scale had a pallet on it.");
        keep(day, extra, 490);
    }

    private void keep(int day, Extra extra, int kilograms) {
        Pile pile = extra.pile();
        pile.count(Measures.kg(kilograms));
        Place store = Firm.at(Ingredient.of(SALT).store().code());
        Line all = pile.move(store).line();
        Story story = floor.story();
        story.tell(
                Crew.ROSA,
                new Event.Moved(
                        story.scan(story.at(day, PUT_AWAY)), List.of(all), List.of(), store));
        laboratory.waits(day, List.of(Portion.of(pile.lot())));
        floor.stores().add(pile);
    }

    /** A run gave twenty cases more than were written down. */
    void moreMade(int day) {
        Lines.Made made = lines.today().getFirst();
        if (day + 1 > Workdays.TODAY) return;
        Event.Produced wrong = made.produced();
        Quantity more = Measures.cases(MISCOUNT);
        List<Birth> outputs = new ArrayList<>(wrong.outputs());
        Birth first = outputs.getFirst();
        outputs.set(
                0,
                new Birth(
                        first.ordinal(),
                        first.units(),
                        first.passport(),
                        first.quantity().plus(more),
                        first.catchWeight(),
                        first.to(),
                        first.status()));
        Event right = new Event.Produced(wrong.circumstances(), wrong.run(), outputs);
        correct(day + 1, 7 * 60 + 10, wrong.id(), right, "Two layers were not counted.");
        Pile pile = made.pile();
        Story story = floor.story();
        story.tell(
                Lines.who(made.making()),
                new Event.Moved(
                        story.scan(story.at(day + 1, 7 * 60 + 20)),
                        List.of(new Line(Portion.of(pile.lot()), more, null, first.to())),
                        List.of(),
                        Firm.FINISHED));
        pile.count(pile.left().plus(more));
    }

    /** A sample is recorded a second time, and that is voided. */
    void voidSample(int day) {
        Lines.Made made = lines.today().getFirst();
        Story story = floor.story();
        Quantity sample = Measures.cases(IncidentPlan.SAMPLE_CASES);
        Event.Sampled twice = new Event.Sampled(
                story.scan(story.at(day, 18 * 60 + 15)),
                List.of(new Line(Portion.of(made.pile().lot()), sample, null, Firm.FINISHED)));
        story.tell(Lines.who(made.making()), twice);
        Instant seen = story.at(day, 18 * 60 + 22);
        story.tell(
                Lines.who(made.making()),
                new Event.Corrected(
                        story.report(seen, "recorded_twice", "One sample was taken, not two."),
                        twice.id(),
                        null));
    }

    private Event correct(
            int day, int minute, stemma.identifiers.EventId wrong, Event right, String text) {
        Story story = floor.story();
        Event correction = new Event.Corrected(
                story.report(story.at(day, minute), TYPING, text), wrong, right);
        story.tell(Crew.QUINN, correction);
        return correction;
    }
}
