package stemma.demo;

import stemma.identifiers.DocumentCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.ledger.Passport;
import stemma.ledger.Place;
import stemma.ledger.Run;
import stemma.ledger.Status;
import stemma.quantity.Quantity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the days of {@link IncidentPlan}: the pallets, what was diced from them, made of it, sent.
 */
final class Incident {
    private static final int ARRIVED_AT = 7 * 60 + 48;
    private static final int DICED_AT = 7 * 60;
    private static final int TIDIED_AT = 11 * 60;
    private static final String SUPPLIERS_NUMBER = "FE20417";
    private static final String SUPPLIERS_NUMBER_AS_KEYED = "FE2O417";
    private static final int SOUP_LEFT_KG = 60;
    private static final int SOUP_LEFT_AGAIN_KG = 30;
    private static final int SOUP_PUT_BACK_KG = 12;

    private final Floor floor;
    private final Kitchen kitchen;
    private final Laboratory laboratory;
    private final Totes totes;
    private final List<Pile> pallets = new ArrayList<>();
    private final Map<String, Pile> dice = new HashMap<>();
    private final Map<String, Pile> made = new HashMap<>();
    private final List<Totes.Kept> soup = new ArrayList<>();

    Incident(Floor floor, Kitchen kitchen, Laboratory laboratory, Totes totes) {
        this.floor = floor;
        this.kitchen = kitchen;
        this.laboratory = laboratory;
        this.totes = totes;
    }

    /** Lets the pallets arrive on their day: two scanned, the third keyed from a smeared label. */
    void receive(int day) {
        if (day != IncidentPlan.RECEIVED) return;
        DocumentCode receipt = new DocumentCode(floor.numbers().document("GR"));
        OrderCode order = new OrderCode(floor.numbers().document("PO"));
        Story story = floor.story();
        Circumstances scanned = story.scan(story.at(day, ARRIVED_AT));
        unload(day, scanned, receipt, order, SUPPLIERS_NUMBER, IncidentPlan.PALLETS - 1);
        Circumstances keyed = story.report(
                story.at(day, ARRIVED_AT + 6),
                "label_torn",
                "The label of the third pallet was torn; its number was typed.");
        unload(day, keyed, receipt, order, SUPPLIERS_NUMBER_AS_KEYED, 1);
        story.tell(
                Crew.ROSA,
                new Event.Moved(
                        story.scan(story.at(day, ARRIVED_AT + 20)),
                        pallets.stream().map(p -> p.move(store()).line()).toList(),
                        List.of(),
                        store()));
        laboratory.waits(day, pallets.stream().map(p -> Portion.of(p.lot())).toList());
    }

    private void unload(
            int day,
            Circumstances arrival,
            DocumentCode receipt,
            OrderCode order,
            String suppliersNumber,
            int count) {
        Ingredient carrot = Ingredient.of(Ingredient.CARROT);
        LotNumber number = new LotNumber(IncidentPlan.CARROTS);
        Passport passport = Passports.bought(
                carrot, number, suppliersNumber, floor.story().days().date(day));
        Quantity pallet = Measures.kg(IncidentPlan.PALLET_KG);
        List<Birth> births = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            births.add(Birth.of(i, passport, pallet, Firm.GOODS_IN));
            pallets.add(new Pile(
                    new LotId(arrival.id(), i),
                    carrot.item(),
                    number,
                    pallet,
                    Firm.GOODS_IN,
                    day + 1,
                    Workdays.TODAY));
        }
        floor.story()
                .tell(
                        Crew.ROSA,
                        new Event.Received(arrival, receipt, order, carrot.supplier(), births));
    }

    private static Place store() {
        return Firm.at(Ingredient.of(Ingredient.CARROT).store().code());
    }

    /** Dices the carrots of the day, one lot for each pallet that is opened. */
    void prepare(int day) {
        int minute = DICED_AT;
        for (int pallet = 1; pallet <= IncidentPlan.PALLETS; pallet++) {
            List<IncidentPlan.Made> lots = IncidentPlan.dicedFor(day, pallet);
            if (lots.isEmpty()) continue;
            Quantity amount = lots.stream()
                    .map(lot -> Finished.of(lot.item()).need(Prepared.DICE.item(), lot.cases()))
                    .reduce(Quantity.zero(Measures.KG), Quantity::plus);
            Quantity carrots = Kitchen.input(Prepared.DICE, Ingredient.CARROT, amount);
            List<Pile.Taken> taken = List.of(pallets.get(pallet - 1).take(carrots));
            Pile diced = kitchen.make(day, minute, Prepared.DICE, taken, amount);
            lots.forEach(lot -> dice.put(lot.lot(), diced));
            minute += 12;
        }
    }

    /** Feeds diced carrots to a run; of one run, what was not scanned is stated two days later. */
    void feedDice(Making making, Run run, Quantity need, Instant at) {
        List<stemma.ledger.Input> inputs =
                List.of(of(dice, making.incidentLot()).take(need).input());
        Story story = floor.story();
        if (!making.incidentLot().equals(IncidentPlan.UNSCANNED_INPUT)) {
            story.tell(
                    Lines.who(making), new Event.Consumed(story.scan(at), run, inputs, List.of()));
            return;
        }
        Circumstances late =
                story.report(at, "scan_missed", "Found on the paper batch sheet of the run.");
        story.tell(
                Lines.who(making),
                story.at(making.day() + 2, 16 * 60),
                new Event.Consumed(late, run, inputs, List.of()));
    }

    boolean takesSoup(Making making) {
        return making.incidentLot().equals(IncidentPlan.TOOK_SOUP);
    }

    /**
     * Takes up the soup that was left, leaves some again, and puts part of that back into the run.
     */
    void takeSoup(Making making, Run run, int minute) {
        int day = making.day();
        totes.feed(soup.removeFirst(), run, day, minute);
        Story story = floor.story();
        Circumstances out = story.scan(story.at(day, minute + 12));
        LotNumber number = floor.numbers().lot("RW");
        Quantity left = Measures.kg(SOUP_LEFT_AGAIN_KG);
        Place line = Firm.at(Firm.line(making.line()).code());
        Passport passport = Passports.made(Prepared.REWORK, number, story.days().date(day));
        Birth birth = Birth.of(0, passport, left, line).with(passport, Status.RESTRICTED);
        story.tell(Crew.OTTO, new Event.Produced(out, run, List.of(birth)));
        Pile pile = new Pile(
                new LotId(out.id(), 0), Prepared.REWORK, number, left, line, day, Workdays.TODAY);
        totes.pour(making.item().item(), pile, day, minute + 15);
        Line back = pile.take(Measures.kg(SOUP_PUT_BACK_KG)).line();
        story.tell(
                Crew.OTTO,
                new Event.Consumed(
                        story.scan(story.at(day, minute + 18)),
                        run,
                        List.of(new stemma.ledger.Input(
                                back.lot(), back.quantity(), null, back.from(), List.of())),
                        List.of()));
    }

    Quantity soupLeft(Making making) {
        return making.incidentLot().equals(IncidentPlan.LEFT_SOUP)
                ? Measures.kg(SOUP_LEFT_KG)
                : Quantity.zero(Measures.KG);
    }

    void keepSoup(Totes.Kept tote) {
        soup.add(tote);
    }

    void made(Making making, Pile pile) {
        made.put(making.incidentLot(), pile);
    }

    /**
     * Tells what else became of it: trimmings scrapped, a sample for the archive, a spoilt layer.
     */
    void tidy(int day) {
        Story story = floor.story();
        for (IncidentPlan.Made lot : IncidentPlan.lots()) {
            if (lot.lot().equals(IncidentPlan.SPOILT) && day == lot.day() + 1) {
                Quantity spoilt = Measures.cases(IncidentPlan.SPOILT_CASES);
                Line line = of(made, lot.lot()).take(spoilt).line();
                Circumstances dropped = story.scan(story.at(day, TIDIED_AT));
                story.tell(
                        Crew.SENA,
                        new Event.Scrapped(
                                dropped.because(new stemma.ledger.Reason("damaged", "Fork-lift.")),
                                List.of(line)));
            }
        }
        int lastDay = IncidentPlan.lots().getLast().day() + 1;
        if (day != lastDay) return;
        for (int pallet : new int[] {1, IncidentPlan.PALLETS}) {
            Pile rest = pallets.get(pallet - 1);
            Circumstances scrapped = story.scan(story.at(day, TIDIED_AT + pallet));
            story.tell(
                    Crew.LENA,
                    new Event.Scrapped(scrapped, List.of(rest.take(rest.left()).line())));
        }
    }

    /** Returns what a truck takes of the lots of the incident. */
    List<Pile.Taken> load(IncidentPlan.Truck truck) {
        List<Pile.Taken> taken = new ArrayList<>();
        truck.cases().forEach((lot, cases) -> taken.add(of(made, lot).take(Measures.cases(cases))));
        return taken;
    }

    /** Says whether the scanner missed this pallet on its way to the dispatch dock. */
    boolean isUnscanned(int day, Pile.Taken taken) {
        IncidentPlan.Made lot = IncidentPlan.lots().stream()
                .filter(m -> m.lot().equals(IncidentPlan.UNSCANNED_MOVE))
                .findFirst()
                .orElseThrow();
        return day == lot.day() + 1 && taken.pile() == made.get(lot.lot());
    }

    private static Pile of(Map<String, Pile> piles, String lot) {
        Pile pile = piles.get(lot);
        if (pile == null)
            throw new IllegalStateException("nothing is there of lot " + lot + " yet");
        return pile;
    }
}
