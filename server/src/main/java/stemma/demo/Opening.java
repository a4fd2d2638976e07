package stemma.demo;

import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Event;
import stemma.ledger.Place;
import stemma.ledger.Status;
import stemma.quantity.Quantity;
import stemma.signatures.Meaning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The first morning: what stood in the stores before records, and the pools. */
final class Opening {
    private static final int COUNTED_AT = 3 * 60;
    private static final int COVER_DAYS = 5;
    private static final int OPENING_CASES = 960;
    private static final long WATER_KG = 20_000_000;
    private static final long PIECES = 60_000_000;

    private final Floor floor;
    private final List<Birth> births = new ArrayList<>();
    private final List<Pile> piles = new ArrayList<>();

    Opening(Floor floor) {
        this.floor = floor;
    }

    /** Opens the books on day 0. */
    void open(Pools pools) {
        Story story = floor.story();
        Instant at = story.at(0, COUNTED_AT);
        Circumstances counted = story.keyed(at);
        for (Ingredient ingredient : Ingredient.all()) {
            if (!ingredient.isBulk() && !ingredient.isPool() && !ingredient.isSeldom())
                open(ingredient, counted);
        }
        for (Finished finished : Finished.all()) open(finished, counted);
        pool(pools, Ingredient.WATER, Measures.kg(WATER_KG), counted);
        for (Packaging packaging : Packaging.all()) {
            pool(pools, packaging.item(), Quantity.each(PIECES), counted);
        }
        story.judge(Meaning.RELEASED, new Event.Opened(counted, births));
        piles.forEach(floor.stores()::add);
    }

    private void open(Ingredient ingredient, Circumstances counted) {
        Quantity need = Quantity.zero(Measures.KG);
        for (int day = 0; day < COVER_DAYS; day++) need = need.plus(cover(ingredient, day));
        long pallets = need.amount().longValue() / ingredient.palletKg() + 1;
        LotNumber number = floor.numbers().lot(ingredient.letters());
        add(
                counted,
                new Birth(
                        births.size(),
                        1,
                        Passports.bought(
                                ingredient,
                                number,
                                "OPENING-" + ingredient.item(),
                                floor.story().days().date(0)),
                        Measures.kg(pallets * ingredient.palletKg()),
                        null,
                        Firm.at(ingredient.store().code()),
                        Status.RELEASED));
    }

    private Quantity cover(Ingredient ingredient, int day) {
        Quantity need = floor.schedule().need(ingredient.item(), day);
        for (Prepared prepared : Prepared.all()) {
            Quantity all = floor.schedule()
                    .need(prepared.item(), day)
                    .plus(floor.schedule().need(prepared.item(), day + 1));
            need = need.plus(Kitchen.input(prepared, ingredient.item(), all));
        }
        return need;
    }

    private void open(Finished finished, Circumstances counted) {
        LotNumber number = floor.numbers().lot("L" + finished.line());
        add(
                counted,
                new Birth(
                        births.size(),
                        1,
                        Passports.made(
                                finished.item(),
                                number,
                                floor.story().days().date(0).minusDays(3)),
                        Measures.cases(OPENING_CASES),
                        null,
                        Firm.FINISHED,
                        Status.RELEASED));
    }

    private void add(Circumstances counted, Birth birth) {
        births.add(birth);
        piles.add(new Pile(
                new LotId(counted.id(), birth.ordinal()),
                birth.passport().item(),
                birth.passport().number(),
                birth.quantity(),
                birth.to(),
                0,
                Workdays.TODAY));
    }

    private void pool(
            Pools pools,
            stemma.identifiers.ItemCode item,
            Quantity quantity,
            Circumstances counted) {
        Place place = Pools.PLACE;
        births.add(new Birth(
                births.size(),
                1,
                stemma.ledger.Passport.of(item, new LotNumber("POOL-" + item)),
                quantity,
                null,
                place,
                Status.RELEASED));
        pools.open(item, new LotId(counted.id(), births.size() - 1));
    }
}
