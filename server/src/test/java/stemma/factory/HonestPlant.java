package stemma.factory;

import stemma.World;
import stemma.catalog.Amendment;
import stemma.catalog.Country;
import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.Location;
import stemma.catalog.Partner;
import stemma.catalog.PartnerRole;
import stemma.catalog.Site;
import stemma.catalog.Tracking;
import stemma.database.TestDatabases;
import stemma.identifiers.ActorId;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.identifiers.ShipmentCode;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.journal.DatabaseClock;
import stemma.ledger.Answer;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.ledger.Occurrence;
import stemma.ledger.Passport;
import stemma.ledger.Place;
import stemma.ledger.Reason;
import stemma.ledger.Run;
import stemma.ledger.Submission;
import stemma.ledger.TimeSource;
import stemma.production.MassBalance;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.stock.Balance;
import stemma.warehouse.CountDocument;
import stemma.warehouse.Counts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A plant whose people tell what they do, and how much of each lot there truly is. */
final class HonestPlant implements AutoCloseable {
    private static final SiteCode SITE = new SiteCode("MAIN");
    private static final Place MAIN = new Place.At(SITE, new LocationCode("MAIN"));
    private static final Unit KG = new Unit("kg");
    private static final PartnerCode MILL = new PartnerCode("Mill");
    private static final PartnerCode SHOP = new PartnerCode("Shop");
    private static final Author AUTHOR = new Author(new ActorId("otto"), "session", "test");

    private final World world;
    private int number;

    HonestPlant() {
        var database = TestDatabases.fresh();
        world = World.open(database, new DatabaseClock(database.app()));
        ItemPolicy released = ItemPolicy.USUAL.withStatusAtReceipt(InitialStatus.RELEASED);
        Country country = new Country("IE");
        world.catalog()
                .amend(
                        Amendment.of(
                                List.of(
                                        Site.of(SITE, "Main", country, ZoneOffset.UTC),
                                        Location.of(SITE, new LocationCode("MAIN"), "Main"),
                                        item("flour").with(released),
                                        item("dough"),
                                        Partner.of(MILL, "Mill", country, PartnerRole.SUPPLIER),
                                        Partner.of(SHOP, "Shop", country, PartnerRole.CUSTOMER)),
                                "honest"),
                        AUTHOR);
    }

    private static Item item(String code) {
        return Item.of(new ItemCode(code), code, KG, Tracking.LOT);
    }

    Portion receive(long amount) {
        Event received = new Event.Received(
                circumstances(Claim.INTENT),
                new DocumentCode("R-" + ++number),
                null,
                MILL,
                List.of(birth("flour", amount)));
        return told(received);
    }

    /** Returns the lot that a run makes of some of another. */
    Portion bake(RunId run, Portion from, long taken, long made) {
        Event fed = new Event.Consumed(
                circumstances(Claim.INTENT),
                Run.of(run),
                List.of(new Input(from, kg(taken), null, MAIN, List.of())),
                List.of());
        Event yielded = new Event.Produced(
                circumstances(Claim.INTENT), Run.of(run), List.of(birth("dough", made)));
        append(fed, yielded);
        return Portion.of(new LotId(yielded.id(), 0));
    }

    /** Tells a shipment; as a fact where the books need not have that much. */
    void ship(Portion lot, long amount, Claim claim) {
        append(new Event.Shipped(
                circumstances(claim),
                new ShipmentCode("SH-" + ++number),
                null,
                SHOP,
                null,
                List.of(new Line(lot, kg(amount), null, MAIN)),
                List.of()));
    }

    void scrap(Portion lot, long amount) {
        append(new Event.Scrapped(
                circumstances(Claim.INTENT), List.of(new Line(lot, kg(amount), null, MAIN))));
    }

    RunId run() {
        return new RunId("WO-" + ++number);
    }

    /** Counts the whole place: what there truly is of each lot. */
    Optional<Answer> count(Map<Portion, Long> truth) {
        DocumentCode code = new DocumentCode("C-" + ++number);
        Counts counts = world.counts();
        LocalDate today = LocalDate.ofInstant(world.clock().now(), ZoneOffset.UTC);
        counts.open(AUTHOR, code, SITE, MAIN, CountDocument.Sight.BLIND, today);
        truth.forEach((lot, amount) -> {
            if (amount > 0) counts.count(AUTHOR, code, lot, kg(amount), null, Evidence.KEYED);
        });
        return counts.post(AUTHOR, code, Counts.Extent.WHOLE_PLACE);
    }

    /** Returns what the record cannot account for of each lot; what was found more is negative. */
    Map<Portion, Long> missing(Map<Portion, Long> lots) {
        Map<Portion, Long> missing = new TreeMap<>();
        var known = world.lots()
                .lots(lots.keySet().stream().map(Portion::first).collect(Collectors.toSet()));
        for (Balance balance : world.stock().balances(known.values())) {
            if (balance.place() == Place.Beyond.COUNT_VARIANCE
                    && !balance.quantity().isZero())
                missing.put(balance.lot(), amount(balance.quantity()));
        }
        return missing;
    }

    /** Returns what is unaccounted for of a run by its mass balance. */
    long unaccounted(RunId run) {
        MassBalance balance = world.production().run(run.code()).getFirst().balance();
        return amount(((MassBalance.Sums) balance).unaccounted());
    }

    /** Returns how many reports stand with what they violate. */
    int gaps() {
        return world.ledger().history().violating(0, 1_000).size();
    }

    private static long amount(Quantity quantity) {
        return quantity.amount().longValueExact();
    }

    private static Quantity kg(long amount) {
        return new Quantity(BigDecimal.valueOf(amount), KG);
    }

    private Birth birth(String item, long amount) {
        LotNumber lot = new LotNumber("L-" + ++number);
        return Birth.of(0, Passport.of(new ItemCode(item), lot), kg(amount), MAIN);
    }

    private Circumstances circumstances(Claim claim) {
        Occurrence now = Occurrence.at(world.clock().now(), TimeSource.SERVER, ZoneOffset.UTC);
        Circumstances asked =
                Circumstances.of(world.ids().next(), claim, now, SITE, Evidence.SCANNED);
        return claim == Claim.INTENT ? asked : asked.because(new Reason("late_entry", ""));
    }

    private Portion told(Event birth) {
        append(birth);
        return Portion.of(new LotId(birth.id(), 0));
    }

    private void append(Event... events) {
        if (world.ledger().append(Submission.of(AUTHOR, events))
                instanceof Answer.Refused(var _, var why)) throw new AssertionError(why);
    }

    @Override
    public void close() {
        world.database().close();
    }
}
