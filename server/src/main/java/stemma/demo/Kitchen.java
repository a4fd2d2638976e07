package stemma.demo;

import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Event;
import stemma.ledger.Input;
import stemma.ledger.Place;
import stemma.ledger.ResourceUse;
import stemma.ledger.Run;
import stemma.ledger.RunBasis;
import stemma.ledger.RunKind;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What is prepared before the lines start: spice kits weighed, carrots diced. */
final class Kitchen {
    private static final int KITS_AT = 6 * 60 + 40;
    private static final int DICE_AT = 6 * 60 + 50;
    private static final int KIT_DAYS = 2;

    private final Floor floor;

    Kitchen(Floor floor) {
        this.floor = floor;
    }

    /** Prepares what the runs of the day take. */
    void prepare(int day) {
        kit(day, KITS_AT, Prepared.MILD);
        kit(day, KITS_AT + 12, Prepared.CURRY);
        Quantity dice = floor.schedule().need(Prepared.DICE.item(), day);
        if (!dice.isPositive()) return;
        List<Pile.Taken> carrots = floor.stores()
                .take(Ingredient.CARROT, input(Prepared.DICE, Ingredient.CARROT, dice), day);
        floor.stores().add(make(day, DICE_AT, Prepared.DICE, carrots, dice));
    }

    private void kit(int day, int minute, Prepared kit) {
        Quantity today = floor.schedule().need(kit.item(), day);
        if (!floor.stores().left(kit.item(), day).isLessThan(today)) return;
        Quantity amount = Quantity.zero(Measures.KG);
        for (int i = 0; i < KIT_DAYS; i++) {
            amount = amount.plus(floor.schedule().need(kit.item(), day + i));
        }
        Quantity whole =
                Measures.kg(amount.amount().setScale(0, RoundingMode.UP).longValue());
        List<Pile.Taken> taken = new ArrayList<>();
        kit.perHundred()
                .keySet()
                .forEach(item ->
                        taken.addAll(floor.stores().take(item, input(kit, item, whole), day)));
        floor.stores().add(make(day, minute, kit, taken, whole));
    }

    /** Returns how much of an input that much of a preparation takes. */
    static Quantity input(Prepared prepared, stemma.identifiers.ItemCode item, Quantity amount) {
        BigDecimal share = prepared.perHundred().getOrDefault(item, BigDecimal.ZERO);
        return Measures.percent(amount, share.toPlainString());
    }

    /** Makes one lot of a preparation from what was taken; it may be used at once. */
    Pile make(int day, int minute, Prepared prepared, List<Pile.Taken> taken, Quantity amount) {
        boolean dices = prepared == Prepared.DICE;
        ResourceCode resource = dices ? Firm.PREP_LINE : Firm.SPICE_ROOM;
        Place to = dices ? Firm.PREP : Firm.SPICE;
        Crew who = dices ? Crew.LENA : Crew.OTTO;
        String order = floor.numbers().document("WO");
        Run run = new Run(
                new RunId(order),
                new OrderCode(order),
                resource,
                dices ? RunKind.PRODUCTION : RunKind.BLEND,
                RunBasis.CLEARANCE,
                null);
        Story story = floor.story();
        List<ResourceUse> uses = List.of(new ResourceUse(resource, "place", null));
        List<Input> inputs = taken.stream().map(Pile.Taken::input).toList();
        story.tell(
                who,
                new Event.Consumed(
                        story.scan(story.at(day, minute)).touchedBy(uses), run, inputs, List.of()));
        LotNumber number = floor.numbers().lot(prepared.letters());
        Circumstances out = story.scan(story.at(day, minute + 8)).touchedBy(uses);
        Birth birth = Birth.of(
                0, Passports.made(prepared.item(), number, story.days().date(day)), amount, to);
        story.tell(who, new Event.Produced(out, run, List.of(birth)));
        return new Pile(
                new LotId(out.id(), 0), prepared.item(), number, amount, to, day, Workdays.TODAY);
    }
}
