package stemma.demo;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Event;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.ledger.Place;
import stemma.ledger.ResourceUse;
import stemma.ledger.Run;
import stemma.ledger.RunBasis;
import stemma.ledger.RunKind;
import stemma.quantity.Quantity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The two lines: each run is cleaned for, fed scan by scan, booked out, sampled and put away. */
final class Lines {
    static final List<String> FULL_CLEANING = List.of("allergens", "foreign_body", "listeria");

    /** A change of item between runs: good for allergens and foreign bodies, not for listeria. */
    static final List<String> CHANGEOVER = List.of("allergens", "foreign_body");

    private static final int FULL_CLEANING_AT = 5 * 60 + 10;
    private static final int CHANGEOVER_BEFORE = 10;
    private static final int BETWEEN_SCANS = 4;
    private static final int BACKFLUSH_AFTER = 78;
    private static final int YIELD_AFTER = 84;
    private static final int LOST_CASES = 9;
    private static final double LEAVES_SOUP = 0.15;

    private final Floor floor;
    private final Kitchen kitchen;
    private final Laboratory laboratory;
    private final Vessel silo;
    private final Vessel tank;
    private final Totes totes;
    private final Incident incident;
    private final Pools pools;
    private final Map<Integer, RunId> before = new HashMap<>();
    private final List<Made> today = new ArrayList<>();

    Lines(
            Floor floor,
            Kitchen kitchen,
            Laboratory laboratory,
            Vessel silo,
            Vessel tank,
            Totes totes,
            Incident incident,
            Pools pools) {
        this.floor = floor;
        this.kitchen = kitchen;
        this.laboratory = laboratory;
        this.silo = silo;
        this.tank = tank;
        this.totes = totes;
        this.incident = incident;
        this.pools = pools;
    }

    /** A run of the day that is not of the incident, what it gave, and the line put away. */
    record Made(Making making, Run run, Pile pile, Event.Produced produced, Line putAway) {}

    /** Returns the ordinary runs of the day that was made last. */
    List<Made> today() {
        return today;
    }

    /** Returns the last run of the day that gave its finished lot and nothing else. */
    Made lastPlain() {
        return today.stream()
                .filter(made -> made.produced().outputs().size() == 1)
                .toList()
                .getLast();
    }

    /** Makes all that the schedule has for the day. */
    void run(int day) {
        today.clear();
        kitchen.prepare(day);
        totes.tidy(day);
        for (Making making : floor.schedule().on(day)) run(making);
    }

    private void run(Making making) {
        clean(making);
        boolean takesSoup = incident.takesSoup(making)
                || !making.isOfIncident() && totes.has(making.item().item());
        Run run = begin(making, takesSoup ? RunKind.REWORK : RunKind.PRODUCTION);
        int minute = making.start();
        for (ItemCode input : making.item().perHundredCases().keySet()) {
            if (input.equals(Ingredient.WATER)) continue;
            feed(making, run, input, minute);
            minute += BETWEEN_SCANS;
        }
        if (takesSoup && making.isOfIncident()) incident.takeSoup(making, run, minute);
        else if (takesSoup) totes.feed(making.item().item(), run, making.day(), minute);
        backflush(making, run);
        bookOut(making, run);
        before.put(making.line(), run.id());
    }

    private void clean(Making making) {
        if (making.basis() != RunBasis.CLEANING) return;
        boolean first = making.turn() == 0;
        int minute = first ? FULL_CLEANING_AT + making.line() : making.start() - CHANGEOVER_BEFORE;
        Story story = floor.story();
        story.tell(
                who(making),
                Event.Cleaned.of(
                        story.scan(story.at(making.day(), minute)),
                        Firm.line(making.line()),
                        first ? FULL_CLEANING : CHANGEOVER,
                        first ? "full_wash" : "rinse_and_inspect"));
    }

    private Run begin(Making making, RunKind kind) {
        String order = floor.numbers().document("WO");
        @Nullable RunId after = making.basis() == RunBasis.NONE ? before.get(making.line()) : null;
        return new Run(
                new RunId(order),
                new OrderCode(order),
                Firm.line(making.line()),
                kind,
                making.basis(),
                after);
    }

    private void feed(Making making, Run run, ItemCode item, int minute) {
        Quantity need = making.item().need(item, making.cases());
        Story story = floor.story();
        Instant at = story.at(making.day(), minute);
        if (IncidentPlan.feeds(making, item)) {
            incident.feedDice(making, run, need, at);
            return;
        }
        List<Input> inputs = gather(making, item, need, minute);
        Circumstances scanned = story.scan(at).touchedBy(List.of(use(making, "line")));
        story.tell(who(making), new Event.Consumed(scanned, run, inputs, List.of()));
    }

    private List<Input> gather(Making making, ItemCode item, Quantity need, int minute) {
        Place line = Firm.at(Firm.line(making.line()).code());
        if (item.equals(Ingredient.FLOUR)) {
            return List.of(silo.draw(making.day(), minute - 3, need, line).input());
        }
        if (item.equals(Ingredient.CREAM)) {
            return List.of(tank.draw(making.day(), minute - 3, need, line).input());
        }
        return floor.stores().take(item, need, making.day()).stream()
                .map(Pile.Taken::input)
                .toList();
    }

    /** Water and packaging are not scanned; what a run should have taken is booked by rule. */
    private void backflush(Making making, Run run) {
        Story story = floor.story();
        Instant at = story.at(making.day(), making.start() + BACKFLUSH_AFTER);
        story.tell(
                who(making),
                new Event.Consumed(story.derived(at), run, pools.inputs(making), List.of()));
    }

    private void bookOut(Making making, Run run) {
        int day = making.day();
        int minute = making.start() + YIELD_AFTER;
        Story story = floor.story();
        int lost = making.isOfIncident() ? 0 : floor.random().nextInt(LOST_CASES);
        Quantity cases = Measures.cases(making.cases() - lost);
        Place line = Firm.at(Firm.line(making.line()).code());
        LotNumber number = floor.numbers().lot("L" + making.line());
        Circumstances out = story.scan(story.at(day, minute)).touchedBy(uses(making));
        List<Birth> outputs = new ArrayList<>();
        outputs.add(Birth.of(
                0,
                Passports.made(making.item().item(), number, story.days().date(day)),
                cases,
                line));
        Quantity soup = soupLeft(making);
        LotNumber soupNumber = soup.isPositive() ? floor.numbers().lot("RW") : number;
        if (soup.isPositive()) {
            outputs.add(Birth.of(
                    1,
                    Passports.made(Prepared.REWORK, soupNumber, story.days().date(day)),
                    soup,
                    line));
        }
        Event.Produced produced = new Event.Produced(out, run, outputs);
        story.tell(who(making), produced);
        if (soup.isPositive()) keepSoup(making, new LotId(out.id(), 1), soupNumber, soup, line);
        Pile pile = new Pile(
                new LotId(out.id(), 0),
                making.item().item(),
                number,
                cases,
                line,
                day + 1,
                Workdays.TODAY);
        Line all = putAway(making, pile, minute);
        if (!making.isOfIncident()) today.add(new Made(making, run, pile, produced, all));
    }

    private void keepSoup(Making making, LotId lot, LotNumber number, Quantity soup, Place line) {
        Pile pile =
                new Pile(lot, Prepared.REWORK, number, soup, line, making.day(), Workdays.TODAY);
        int minute = making.start() + YIELD_AFTER + 3;
        Totes.Kept tote = totes.pour(making.item().item(), pile, making.day(), minute);
        if (making.isOfIncident()) incident.keepSoup(tote);
        else totes.keep(tote);
    }

    /** Now and then a kettle of soup is not emptied to the end. */
    private Quantity soupLeft(Making making) {
        if (making.isOfIncident()) return incident.soupLeft(making);
        boolean leaves = making.item().isSoup()
                && !totes.has(making.item().item())
                && floor.random().nextDouble() < LEAVES_SOUP;
        return leaves ? Measures.kg(40 + floor.random().nextInt(45)) : Quantity.zero(Measures.KG);
    }

    private Line putAway(Making making, Pile pile, int minute) {
        Story story = floor.story();
        Quantity sample = Measures.cases(IncidentPlan.SAMPLE_CASES);
        Circumstances sampled = story.scan(story.at(making.day(), minute + 5));
        story.tell(
                who(making),
                new Event.Sampled(sampled, List.of(pile.take(sample).line())));
        Line all = pile.move(Firm.FINISHED).line();
        Circumstances moved = story.scan(story.at(making.day(), minute + 10));
        story.tell(who(making), new Event.Moved(moved, List.of(all), List.of(), Firm.FINISHED));
        laboratory.waitsMade(making.day(), Portion.of(pile.lot()));
        if (making.isOfIncident()) incident.made(making, pile);
        else floor.stores().add(pile);
        return all;
    }

    private static List<ResourceUse> uses(Making making) {
        return List.of(
                use(making, "line"),
                new ResourceUse(new ResourceCode("KETTLE-" + making.line()), "kettle", null),
                new ResourceUse(new ResourceCode("METAL-" + making.line()), "metal_detector", null),
                Labels.use(making.line(), making.day()));
    }

    private static ResourceUse use(Making making, String role) {
        return new ResourceUse(Firm.line(making.line()), role, null);
    }

    static Crew who(Making making) {
        return making.line() == 1 ? Crew.LENA : Crew.OTTO;
    }
}
