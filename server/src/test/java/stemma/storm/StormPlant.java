package stemma.storm;

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
import stemma.ledger.Run;
import stemma.ledger.Submission;
import stemma.ledger.TimeSource;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A mill, a bakery and a shop over a real database, for many hands at once. */
final class StormPlant implements AutoCloseable {
    static final SiteCode SITE = new SiteCode("MAIN");
    static final Place MAIN = new Place.At(SITE, new LocationCode("MAIN"));
    final Author author = new Author(new ActorId("otto"), "storm", "test");
    final World world;

    StormPlant() {
        var database = TestDatabases.fresh();
        world = World.open(database, new DatabaseClock(database.app()));
        ItemPolicy released = ItemPolicy.USUAL.withStatusAtReceipt(InitialStatus.RELEASED);
        Country country = new Country("IE");
        world.catalog()
                .amend(
                        Amendment.of(
                                List.of(
                                        Site.of(SITE, "Main", country, ZoneId.of("UTC")),
                                        Location.of(SITE, new LocationCode("MAIN"), "Main"),
                                        Item.of(
                                                        new ItemCode("flour"),
                                                        "Flour",
                                                        new Unit("kg"),
                                                        Tracking.LOT)
                                                .with(released),
                                        Item.of(
                                                new ItemCode("bread"),
                                                "Bread",
                                                Unit.EACH,
                                                Tracking.LOT),
                                        Partner.of(
                                                new PartnerCode("Mill"),
                                                "Mill",
                                                country,
                                                PartnerRole.SUPPLIER),
                                        Partner.of(
                                                new PartnerCode("Shop"),
                                                "Shop",
                                                country,
                                                PartnerRole.CUSTOMER)),
                                "storm"),
                        author);
    }

    @Override
    public void close() {
        world.database().close();
    }

    Circumstances now(Claim claim) {
        return earlier(claim, Duration.ZERO);
    }

    /** Returns circumstances of what happened so long ago, stated now. */
    Circumstances earlier(Claim claim, Duration ago) {
        Occurrence at =
                Occurrence.at(world.clock().now().minus(ago), TimeSource.SERVER, ZoneId.of("UTC"));
        return Circumstances.of(world.ids().next(), claim, at, SITE, Evidence.SCANNED);
    }

    Answer append(Event... events) {
        return world.ledger().append(Submission.of(author, events));
    }

    Portion receive(String number, String quantity) {
        Event.Received received = new Event.Received(
                now(Claim.INTENT),
                new DocumentCode("R-" + number),
                null,
                new PartnerCode("Mill"),
                List.of(Birth.of(
                        0,
                        Passport.of(new ItemCode("flour"), new LotNumber(number)),
                        Quantity.of(quantity),
                        MAIN)));
        if (append(received) instanceof Answer.Refused(var _, var why)) {
            throw new AssertionError(why);
        }
        return Portion.of(new LotId(received.id(), 0));
    }

    Event.Consumed consume(Portion lot, String quantity, String run) {
        return new Event.Consumed(
                now(Claim.INTENT),
                Run.of(new RunId(run)),
                List.of(new Input(lot, Quantity.of(quantity), null, MAIN, List.of())),
                List.of());
    }

    Event.Produced yield(String run, String number, int count) {
        return new Event.Produced(
                now(Claim.INTENT),
                Run.of(new RunId(run)),
                List.of(Birth.of(
                        0,
                        Passport.of(new ItemCode("bread"), new LotNumber(number)),
                        Quantity.each(count),
                        MAIN)));
    }

    Event.Shipped ship(Portion lot, Quantity quantity, String shipment) {
        return new Event.Shipped(
                now(Claim.INTENT),
                new ShipmentCode(shipment),
                null,
                new PartnerCode("Shop"),
                null,
                List.of(new Line(lot, quantity, null, MAIN)),
                List.of());
    }

    /** Lets so many hands do the same at once and returns what each came back with. */
    static <T> List<T> atOnce(int hands, Callable<T> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(hands)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < hands; i++) running.add(threads.submit(work));
            List<T> done = new ArrayList<>();
            for (Future<T> one : running) done.add(one.get());
            return done;
        } catch (ExecutionException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }
}
