package stemma.factory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.audit.Audit;
import stemma.catalog.Amendment;
import stemma.catalog.AmendmentAnswer;
import stemma.catalog.Catalog;
import stemma.catalog.Country;
import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.Location;
import stemma.catalog.Master;
import stemma.catalog.Partner;
import stemma.catalog.PartnerRole;
import stemma.catalog.Site;
import stemma.catalog.Tracking;
import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.documents.Documents;
import stemma.genealogy.Genealogy;
import stemma.genealogy.KinByGeneration;
import stemma.genealogy.LiveIndex;
import stemma.genealogy.Runs;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventIds;
import stemma.identifiers.ItemCode;
import stemma.journal.Author;
import stemma.journal.Checked;
import stemma.journal.Invariant;
import stemma.journal.Journal;
import stemma.journal.Rounds;
import stemma.journal.Sealer;
import stemma.journal.SealingKey;
import stemma.ledger.Answer;
import stemma.ledger.Event;
import stemma.ledger.Ledger;
import stemma.ledger.Place;
import stemma.ledger.Recorded;
import stemma.ledger.Submission;
import stemma.lots.Lots;
import stemma.shipping.Shipping;
import stemma.stock.Reservations;
import stemma.stock.Stock;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The truth over a database of its own, in which made-up factories happen side by side. */
final class PlantWorld implements AutoCloseable {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Author AUTHOR = new Author(new ActorId("plant"), "session", "device");

    final Database database = TestDatabases.fresh();
    final JdbcClient app = JdbcClient.create(database.app());
    final TransactionTemplate transactions =
            new TransactionTemplate(new JdbcTransactionManager(database.app()));
    final Journal journal = new Journal(database.app(), () -> NOW);
    final Audit audit = new Audit(journal, new EventIds(() -> NOW, new Random(1)));
    final Catalog catalog = new Catalog(app, transactions, audit, masters -> Set.of());
    final Lots lots = new Lots(app, catalog);
    final Stock stock = new Stock(app, lots);
    final Reservations reservations = new Reservations(app, transactions, lots, audit, () -> NOW);
    final Runs runs = new Runs(app, transactions, lots, stock, new KinByGeneration(app));
    final Ledger ledger = new Ledger(
            app,
            transactions,
            journal,
            audit,
            () -> NOW,
            List.of(
                    lots.guard(),
                    stock.guard(),
                    runs.guard(),
                    Documents.guard(),
                    Shipping.guard(app, catalog)),
            List.of(
                    lots.projection(app),
                    stock.projection(),
                    runs.projection(),
                    Documents.projection(app, lots),
                    Shipping.projection(app, lots)));

    final Genealogy genealogy =
            new Genealogy(app, new LiveIndex(database.app()), lots, stock, ledger, journal);
    private final Sealer sealer =
            new Sealer(database.sealer(), () -> NOW, SealingKey.fresh("factory"), Optional.empty());
    private int plants;

    /** Returns how many plans have happened here. */
    int plants() {
        return plants;
    }

    /** Lets a plan happen; returns what the ledger recorded of it, followers included, in order. */
    List<Recorded> happen(Plan plan) {
        return happen(plan, () -> {});
    }

    /** Does so, and something else after each submission. */
    List<Recorded> happen(Plan plan, Runnable afterEach) {
        plants++;
        masters(plan.codes());
        List<Recorded> recorded = new ArrayList<>();
        for (List<Event> events : plan.submissions()) {
            if (append(events) instanceof Answer.Appended a) recorded.addAll(a.events());
            afterEach.run();
        }
        return recorded;
    }

    Answer append(List<Event> events) {
        return ledger.append(Submission.of(AUTHOR, events));
    }

    /** Defines what a plan speaks of. */
    void masters(Codes codes) {
        List<Master> masters = new ArrayList<>();
        Country country = new Country("IE");
        masters.add(Site.of(codes.site(), "Site", country, ZoneId.of("UTC")));
        for (Place place : codes.locations()) {
            if (place instanceof Place.At(var site, var location)) {
                masters.add(Location.of(site, location, "Location"));
            }
        }
        for (ItemCode code : codes.items()) {
            Tracking tracking = codes.isSerial(code)
                    ? Tracking.SERIAL
                    : codes.isPool(code) ? Tracking.POOL : Tracking.LOT;
            Item item = Item.of(code, "Item", codes.of(code), tracking);
            masters.add(item.with(ItemPolicy.USUAL.withStatusAtReceipt(InitialStatus.RELEASED)));
        }
        masters.add(Partner.of(codes.supplier(), "Mill", country, PartnerRole.SUPPLIER));
        for (var customer : codes.customers()) {
            masters.add(Partner.of(customer, "Customer", country, PartnerRole.CUSTOMER));
        }
        var answer = catalog.amend(Amendment.of(masters, "made up"), AUTHOR);
        if (!(answer instanceof AmendmentAnswer.Amended)) {
            throw new IllegalStateException("the masters of " + codes + " are refused: " + answer);
        }
    }

    /** Seals what is recorded, so that it can be proven. */
    void seal() {
        var unused = sealer.seal();
    }

    /** Returns what the server itself finds not to hold, looking at everything. */
    List<Checked> proven() {
        genealogy.index().catchUp();
        List<Invariant> all = new ArrayList<>();
        all.add(audit.invariant());
        all.add(ledger.invariant(journal, _ -> true));
        all.add(Lots.invariant(app));
        all.addAll(stock.invariants());
        all.addAll(runs.invariants(journal, ledger.history()));
        all.add(genealogy.invariant(app));
        Rounds rounds = new Rounds(() -> NOW, all, Optional.empty());
        rounds.whole();
        return rounds.checked();
    }

    @Override
    public void close() {
        database.close();
    }
}
