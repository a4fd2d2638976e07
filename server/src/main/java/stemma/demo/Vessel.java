package stemma.demo;

import stemma.identifiers.DocumentCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.ledger.Status;
import stemma.quantity.Quantity;

import java.time.Instant;
import java.util.List;

/**
 * The flour silo or the cream tank: tankers fill it, each run draws its own lot from it, and now
 * and then it is drained and cleaned. The silo is mostly topped up over what is still in it.
 */
final class Vessel {
    private static final int TANKER_AT = 5 * 60;
    private static final int DRAINED_AT = 4 * 60 + 20;

    private final Floor floor;
    private final Laboratory laboratory;
    private final ResourceCode vessel;
    private final Ingredient ingredient;
    private final int fillDays;
    private final int drainDays;
    private Quantity level = Quantity.zero(Measures.KG);

    Vessel(
            Floor floor,
            Laboratory laboratory,
            ResourceCode vessel,
            ItemCode item,
            int fillDays,
            int drainDays) {
        this.floor = floor;
        this.laboratory = laboratory;
        this.vessel = vessel;
        this.ingredient = Ingredient.of(item);
        this.fillDays = fillDays;
        this.drainDays = drainDays;
    }

    /** Drains the vessel on its day, and fills it where the coming days need more than is in it. */
    void attend(int day) {
        if (day > 0 && day % drainDays == 0) drain(day);
        Quantity need = Quantity.zero(Measures.KG);
        for (int i = 0; i < fillDays; i++) {
            need = need.plus(floor.schedule().need(ingredient.item(), day + i));
        }
        if (level.isLessThan(floor.schedule().need(ingredient.item(), day))) {
            long hundreds = need.minus(level).amount().longValue() / 100 + 1;
            fill(day, Measures.kg(hundreds * 100));
        }
    }

    /** Draws so much for a run, as a lot of its own that stands at the place. */
    Pile.Taken draw(int day, int minute, Quantity quantity, stemma.ledger.Place to) {
        if (level.isLessThan(quantity)) {
            throw new IllegalStateException(
                    vessel + " has " + level + ", the plan draws " + quantity);
        }
        level = level.minus(quantity);
        Story story = floor.story();
        Circumstances out = story.scan(story.at(day, minute));
        LotNumber number = floor.numbers().lot(ingredient.letters() + "D");
        Birth birth = Birth.of(
                0, Passports.made(ingredient.item(), number, story.days().date(day)), quantity, to);
        story.tell(Crew.OTTO, new Event.Drawn(out, vessel, List.of(birth)));
        Pile pile =
                new Pile(new LotId(out.id(), 0), ingredient.item(), number, quantity, to, day, day);
        return pile.take(quantity);
    }

    private void fill(int day, Quantity quantity) {
        Story story = floor.story();
        Circumstances arrival = story.scan(story.at(day, TANKER_AT));
        LotNumber number = floor.numbers().lot(ingredient.letters());
        String theirs = ingredient.supplier().code().substring(0, 2)
                + (20_000 + floor.random().nextInt(70_000));
        Birth birth = Birth.of(
                0,
                Passports.bought(ingredient, number, theirs, story.days().date(day)),
                quantity,
                Firm.GOODS_IN);
        story.tell(
                Crew.ROSA,
                new Event.Received(
                        arrival,
                        new DocumentCode(floor.numbers().document("GR")),
                        new OrderCode(floor.numbers().document("PO")),
                        ingredient.supplier(),
                        List.of(birth)));
        Portion lot = Portion.of(new LotId(arrival.id(), 0));
        laboratory.judge(day, TANKER_AT + 10, Status.RELEASED, List.of(lot));
        story.tell(
                Crew.ROSA,
                new Event.Filled(
                        story.scan(story.at(day, TANKER_AT + 15)),
                        vessel,
                        List.of(new Line(lot, quantity, null, Firm.GOODS_IN))));
        level = level.plus(quantity);
    }

    /** What is left is drawn and scrapped; then the vessel is empty, and clean. */
    private void drain(int day) {
        Story story = floor.story();
        if (level.isPositive()) {
            Pile.Taken rest = draw(day, DRAINED_AT, level, Firm.PREP);
            Instant at = story.at(day, DRAINED_AT + 2);
            story.tell(Crew.OTTO, new Event.Scrapped(story.scan(at), List.of(rest.line())));
        }
        story.tell(Crew.OTTO, new Event.Emptied(story.scan(story.at(day, DRAINED_AT + 5)), vessel));
        story.tell(
                Crew.OTTO,
                Event.Cleaned.of(
                        story.scan(story.at(day, DRAINED_AT + 15)),
                        vessel,
                        Lines.FULL_CLEANING,
                        "clean_in_place"));
    }
}
