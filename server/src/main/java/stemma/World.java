package stemma;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.Access;
import stemma.audit.Audit;
import stemma.catalog.Catalog;
import stemma.database.Database;
import stemma.documents.Documents;
import stemma.exchange.Archive;
import stemma.exchange.DocumentExport;
import stemma.exchange.DocumentFiles;
import stemma.genealogy.Genealogy;
import stemma.genealogy.KinByGeneration;
import stemma.genealogy.LiveIndex;
import stemma.genealogy.Runs;
import stemma.identifiers.EventIds;
import stemma.inquiry.Depending;
import stemma.inquiry.Inquiry;
import stemma.intake.Desk;
import stemma.intake.DraftReading;
import stemma.intake.Hidden;
import stemma.intake.Intake;
import stemma.intake.Signing;
import stemma.intake.Walls;
import stemma.journal.Journal;
import stemma.journal.Sealer;
import stemma.journal.SealingKey;
import stemma.journal.WorldClock;
import stemma.labelling.Labelling;
import stemma.ledger.Ledger;
import stemma.lots.Lots;
import stemma.printing.Printing;
import stemma.production.Planning;
import stemma.production.Production;
import stemma.production.Steps;
import stemma.production.Vessels;
import stemma.production.WorkOrders;
import stemma.production.Yields;
import stemma.receiving.Receiving;
import stemma.receiving.SupplierDocuments;
import stemma.scanning.Scanning;
import stemma.shipping.Serving;
import stemma.shipping.Shipping;
import stemma.signatures.Signatures;
import stemma.stock.Handlings;
import stemma.stock.PalletNumbers;
import stemma.stock.Reservations;
import stemma.stock.Stock;
import stemma.trail.Trail;
import stemma.trail.Visiting;
import stemma.warehouse.Counts;
import stemma.warehouse.Warehouse;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * All rooms over one database and one clock, built in the order of their bands. Nothing of a world
 * lives outside it, so that many can run side by side; whoever opened the database closes it.
 */
public final class World implements Archive.Anew {
    private final Database database;
    private final WorldClock clock;
    private final TransactionTemplate transactions;
    private final EventIds ids;
    private final Journal journal;
    private final Sealer sealer;
    private final Audit audit;
    private final Access access;
    private final Signatures signatures;
    private final Printing printing;
    private final Catalog catalog;
    private final Lots lots;
    private final Stock stock;
    private final Reservations reservations;
    private final Runs runs;
    private final Ledger ledger;
    private final Genealogy genealogy;
    private final Scanning scanning;
    private final Receiving receiving;
    private final Warehouse warehouse;
    private final Counts counts;
    private final Production production;
    private final Steps steps;
    private final WorkOrders workOrders;
    private final Vessels vessels;
    private final Shipping shipping;
    private final Serving serving;
    private final Labelling labelling;
    private final Answering answering;
    private final DraftReading drafts;
    private final Intake intake;
    private final Walls walls;
    private final Signing signing;
    private final Desk desk;
    private final DocumentFiles files;
    private final Documents documents;
    private final Judgement judgement;

    private World(
            Database database,
            WorldClock clock,
            RandomGenerator random,
            Sealer sealer,
            Optional<Path> indexFile) {
        this.database = database;
        this.clock = clock;
        this.sealer = sealer;
        JdbcClient app = JdbcClient.create(database.app());
        transactions = new TransactionTemplate(new JdbcTransactionManager(database.app()));
        ids = new EventIds(clock::now, random);
        journal = new Journal(database.app(), clock);
        journal.signedBy(() -> List.of(sealer.verifying()));
        audit = new Audit(journal, ids);
        access = new Access(database.app(), clock, audit, random);
        signatures = new Signatures(database.app(), clock, audit, access);
        printing = new Printing(app, transactions, audit);
        catalog = new Catalog(app, transactions, audit, Appending.used(app));
        Lots known = new Lots(app, catalog);
        Stock counted = new Stock(app, known);
        reservations = new Reservations(app, transactions, known, audit, clock);
        runs = new Runs(app, transactions, known, counted, new KinByGeneration(app));
        ledger = ledger(app, known, counted);
        JdbcClient asked = Patience.asked(database.app());
        lots = new Lots(asked, catalog);
        stock = new Stock(asked, lots);
        LiveIndex index = new LiveIndex(database.app(), indexFile);
        genealogy = new Genealogy(asked, index, lots, stock, ledger, journal);
        Handlings handlings = new Handlings(catalog, lots, stock, ledger, clock);
        documents = new Documents(asked);
        scanning = new Scanning(catalog, lots, stock, handlings, ledger.history(), clock);
        receiving = new Receiving(asked, documents, catalog, handlings);
        counts = new Counts(app, transactions, catalog, known, counted, ledger, audit, clock, ids);
        warehouse = new Warehouse(catalog, lots, stock, clock);
        production = new Production(documents, catalog, genealogy, handlings);
        steps = new Steps(app, transactions, audit, catalog, clock);
        workOrders = new WorkOrders(catalog, documents, stock, production, steps);
        vessels = new Vessels(asked, catalog, handlings);
        shipping = new Shipping(documents, catalog, lots, stock, handlings);
        labelling = new Labelling(catalog, lots, stock, ledger, handlings);
        Judgement.Truth truth = new Judgement.Truth(catalog, lots, stock, documents, ledger);
        var house = new Judgement.House(app, transactions, audit, signatures, access, clock, ids);
        judgement = new Judgement(house, truth, genealogy, shipping, warehouse);
        answering = Answering.over(
                new Answering.Record(database, asked, genealogy, journal, clock, ids),
                truth,
                judgement);
        drafts = new DraftReading(catalog, known, counted, ledger, clock);
        intake = new Intake(ledger, drafts, audit);
        walls = new Walls(known, counted, catalog, ledger);
        signing = new Signing(signatures, ledger, walls);
        desk = new Desk(intake, signing);
        files = new DocumentFiles(intake, signing, lots);
        serving = Serving.of(
                shipping,
                new Serving.Rooms(asked, catalog, lots, stock, reservations, ledger, desk, clock));
    }

    private Ledger ledger(JdbcClient app, Lots known, Stock counted) {
        return new Ledger(
                app,
                transactions,
                journal,
                audit,
                clock,
                Appending.guards(app, journal, catalog, known, counted, runs),
                Appending.projections(app, catalog, known, counted, runs));
    }

    /** Opens a world that seals with the given sealer: the server's, with a key that is kept. */
    public static World open(
            Database database, WorldClock clock, RandomGenerator random, Sealer sealer) {
        return new World(database, clock, random, sealer, Optional.empty());
    }

    /** Opens such a world whose index of the genealogy is kept in a file. */
    public static World open(
            Database database,
            WorldClock clock,
            RandomGenerator random,
            Sealer sealer,
            Path indexFile) {
        return new World(database, clock, random, sealer, Optional.of(indexFile));
    }

    /** Computes all that rooms keep beside the journal from it alone, into empty tables. */
    @Override
    public void rebuild() {
        genealogy.index().restWhile(() -> {
            audit.rebuild();
            printing.rebuild();
            ledger.rebuild(journal);
        });
        inquiry().stockAtHand().forget();
    }

    @Override
    public void refer() {
        reservations.refer();
    }

    /** Opens a world of the moment, for a scenario or a test: its sealing key is kept nowhere. */
    public static World open(Database database, WorldClock clock) {
        SealingKey key = SealingKey.fresh("stemma/scratch");
        Sealer sealer = new Sealer(database.sealer(), clock, key, Optional.empty());
        return new World(database, clock, new SecureRandom(), sealer, Optional.empty());
    }

    public Database database() {
        return database;
    }

    public WorldClock clock() {
        return clock;
    }

    /** Transactions of the application role, READ COMMITTED. */
    public TransactionTemplate transactions() {
        return transactions;
    }

    /** The maker of ids for events that a person enters on a page. */
    public EventIds ids() {
        return ids;
    }

    public Journal journal() {
        return journal;
    }

    public Sealer sealer() {
        return sealer;
    }

    public Audit audit() {
        return audit;
    }

    public Access access() {
        return access;
    }

    public Signatures signatures() {
        return signatures;
    }

    public Printing printing() {
        return printing;
    }

    public Catalog catalog() {
        return catalog;
    }

    public Lots lots() {
        return lots;
    }

    public Stock stock() {
        return stock;
    }

    public Reservations reservations() {
        return reservations;
    }

    public Runs runs() {
        return runs;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Genealogy genealogy() {
        return genealogy;
    }

    public Scanning scanning() {
        return scanning;
    }

    public Receiving receiving() {
        return receiving;
    }

    public Counts counts() {
        return counts;
    }

    public Warehouse warehouse() {
        return warehouse;
    }

    public Production production() {
        return production;
    }

    public Steps steps() {
        return steps;
    }

    public WorkOrders workOrders() {
        return workOrders;
    }

    /** What serves sales orders. */
    public Serving serving() {
        return serving;
    }

    public Shipping shipping() {
        return shipping;
    }

    /** What answers what rests on a paper. */
    public Depending depending() {
        return answering.depending();
    }

    /** The rooms of quality. */
    public Judgement judgement() {
        return judgement;
    }

    public Inquiry inquiry() {
        return answering.inquiry();
    }

    /** The taking of many submissions, each answered in its place. */
    public Walls walls() {
        return walls;
    }

    public Intake intake() {
        return intake;
    }

    public DocumentExport fileExport() {
        return new DocumentExport(documents, ledger, lots);
    }

    /** Returns what controllers may ask for, each by its own type. */
    List<Object> faces() {
        return Stream.of(roomsOfTruthAndWork(), judgement.faces(), answering.faces())
                .flatMap(List::stream)
                .toList();
    }

    private List<Object> roomsOfTruthAndWork() {
        Trail trail = new Trail(journal, catalog, lots, access, audit, signatures);
        return List.of(
                this,
                transactions,
                ids,
                journal,
                audit,
                access,
                signatures,
                printing,
                catalog,
                lots,
                stock,
                reservations,
                runs,
                ledger,
                genealogy,
                scanning,
                receiving,
                new SupplierDocuments(JdbcClient.create(database.app())),
                warehouse,
                counts,
                production,
                steps,
                workOrders,
                vessels,
                new Yields(catalog),
                new PalletNumbers(catalog, stock, audit, transactions),
                new Planning(catalog, lots, workOrders, reservations, clock),
                shipping,
                labelling,
                drafts,
                intake,
                walls,
                new Hidden(lots, stock, catalog, ledger, walls),
                signing,
                desk,
                files,
                fileExport(),
                trail,
                new Visiting(trail, journal, ledger, lots, genealogy, catalog, access));
    }
}
