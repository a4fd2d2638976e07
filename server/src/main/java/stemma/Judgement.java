package stemma;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.Access;
import stemma.audit.Audit;
import stemma.catalog.Catalog;
import stemma.certificates.Certificates;
import stemma.certificates.IssuedCertificates;
import stemma.certificates.Issuing;
import stemma.documents.Documents;
import stemma.genealogy.Genealogy;
import stemma.identifiers.EventId;
import stemma.identifiers.EventIds;
import stemma.identifiers.Portion;
import stemma.journal.WorldClock;
import stemma.ledger.Ledger;
import stemma.lots.Lots;
import stemma.nonconformance.Cases;
import stemma.quality.BlockedStock;
import stemma.quality.Contested;
import stemma.quality.ControlCharts;
import stemma.quality.Dispositions;
import stemma.quality.Inspecting;
import stemma.quality.Quality;
import stemma.quality.RetainedSamples;
import stemma.quality.Retaining;
import stemma.quality.Retests;
import stemma.quality.Specifying;
import stemma.shipping.Shipping;
import stemma.signatures.Signatures;
import stemma.stock.Stock;
import stemma.upkeep.InstrumentRules;
import stemma.upkeep.PaperCalibrations;
import stemma.upkeep.Telling;
import stemma.upkeep.UnfitUses;
import stemma.upkeep.Upkeep;
import stemma.warehouse.Warehouse;

import java.util.List;
import java.util.stream.Stream;

/** The rooms that judge material and keep the evidence, over the rooms of truth and work. */
public final class Judgement {
    private final Quality quality;
    private final Specifying specifying;
    private final Inspecting inspecting;
    private final BlockedStock blockedStock;
    private final RetainedSamples retainedSamples;
    private final Retaining retaining;
    private final Retests retests;
    private final ControlCharts controlCharts;
    private final Dispositions dispositions;
    private final Contested contested;
    private final Certificates certificates;
    private final IssuedCertificates issued;
    private final Issuing issuing;
    private final Cases cases;
    private final Upkeep upkeep;
    private final UnfitUses unfitUses;
    private final PaperCalibrations calibrating;
    private final Telling telling;

    Judgement(
            House house, Truth truth, Genealogy genealogy, Shipping shipping, Warehouse warehouse) {
        JdbcClient database = house.database();
        quality = new Quality(database, truth.ledger().history());
        specifying = new Specifying(
                database,
                house.transactions(),
                truth.catalog(),
                house.audit(),
                house.signatures(),
                house.clock());
        inspecting = inspecting(house, truth, quality);
        blockedStock = new BlockedStock(warehouse, truth.lots(), house.clock());
        retainedSamples =
                new RetainedSamples(warehouse, truth.lots(), truth.ledger().history(), database);
        retaining = new Retaining(
                database, house.transactions(), truth.lots(), house.audit(), house.clock());
        retests = new Retests(warehouse, truth.lots(), truth.catalog(), quality);
        controlCharts = new ControlCharts(database, quality, truth.lots());
        dispositions = new Dispositions(truth.lots(), truth.ledger().history());
        contested = new Contested(quality, truth.lots());
        certificates = certificates(house, truth);
        upkeep = new Upkeep(
                new Upkeep.Rooms(truth.catalog(), truth.lots(), quality, certificates),
                database,
                house.clock());
        unfitUses = new UnfitUses(truth.catalog(), truth.lots(), certificates, database);
        calibrating = new PaperCalibrations(truth.lots(), quality, database, house.clock());
        telling = telling(house, truth, certificates);
        issued = new IssuedCertificates(database, truth.lots(), quality);
        issuing = new Issuing(
                new Issuing.House(
                        database,
                        house.transactions(),
                        house.audit(),
                        house.signatures(),
                        house.access()),
                new Issuing.Rooms(
                        truth.catalog(),
                        truth.lots(),
                        truth.stock(),
                        truth.ledger(),
                        quality,
                        shipping));
        cases = new Cases(
                new Cases.Rooms(
                        truth.catalog(),
                        truth.lots(),
                        truth.stock(),
                        truth.documents(),
                        genealogy::trace),
                house.database(),
                house.transactions(),
                house.audit(),
                house.clock(),
                house.ids());
    }

    private static Certificates certificates(House house, Truth truth) {
        return new Certificates(
                house.database(),
                house.transactions(),
                house.audit(),
                truth.catalog(),
                new Certificates.Rooms(
                        truth.lots(), truth.stock(), truth.documents(), truth.ledger()),
                house.clock());
    }

    private static Inspecting inspecting(House house, Truth truth, Quality quality) {
        return new Inspecting(
                house.database(),
                house.transactions(),
                truth.lots(),
                quality,
                new InstrumentRules(house.database(), truth.catalog()),
                house.audit(),
                house.signatures(),
                house.clock());
    }

    private static Telling telling(House house, Truth truth, Certificates certificates) {
        return new Telling(
                house.database(),
                house.transactions(),
                truth.catalog(),
                house.audit(),
                house.clock(),
                certificates);
    }

    /** What every room that keeps tables of its own is built on. */
    record House(
            JdbcClient database,
            TransactionTemplate transactions,
            Audit audit,
            Signatures signatures,
            Access access,
            WorldClock clock,
            EventIds ids) {}

    /** What the rooms judge. */
    record Truth(Catalog catalog, Lots lots, Stock stock, Documents documents, Ledger ledger) {}

    public Quality quality() {
        return quality;
    }

    public Specifying specifying() {
        return specifying;
    }

    public Inspecting inspecting() {
        return inspecting;
    }

    public BlockedStock blockedStock() {
        return blockedStock;
    }

    public RetainedSamples retainedSamples() {
        return retainedSamples;
    }

    public Retaining retaining() {
        return retaining;
    }

    public Retests retests() {
        return retests;
    }

    public ControlCharts controlCharts() {
        return controlCharts;
    }

    public Certificates certificates() {
        return certificates;
    }

    /** The certificates of our own, as they are kept. */
    public IssuedCertificates issued() {
        return issued;
    }

    public Issuing issuing() {
        return issuing;
    }

    /**
     * Returns the lots that papers of a number speak of, received or issued here, and those made,
     * touched or measured with what was calibrated under one.
     */
    List<Portion> certified(String number) {
        List<EventId> papers =
                certificates.numbered(number).stream().map(one -> one.id()).toList();
        Stream<Portion> calibrated =
                calibrating.on(papers).stream().flatMap(one -> one.resting().stream());
        return Stream.of(
                        certificates.portions(number).stream(),
                        issued.portions(number).stream(),
                        calibrated)
                .flatMap(all -> all)
                .distinct()
                .toList();
    }

    public Cases cases() {
        return cases;
    }

    /** How equipment stands, and its log. */
    public Upkeep upkeep() {
        return upkeep;
    }

    /** Which equipment was not fit when it was used. */
    public UnfitUses unfitUses() {
        return unfitUses;
    }

    /** Which equipment rests on papers. */
    public PaperCalibrations calibrating() {
        return calibrating;
    }

    /** The taking of what is told of equipment. */
    public Telling telling() {
        return telling;
    }

    /** Returns what controllers may ask for, each by its own type. */
    List<Object> faces() {
        return List.of(
                quality,
                specifying,
                inspecting,
                blockedStock,
                retainedSamples,
                retaining,
                retests,
                controlCharts,
                dispositions,
                contested,
                certificates,
                issued,
                issuing,
                cases,
                upkeep,
                unfitUses,
                calibrating,
                telling);
    }
}
