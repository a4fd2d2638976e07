package stemma;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.audit.Audit;
import stemma.catalog.Catalog;
import stemma.certificates.Certificates;
import stemma.documents.Documents;
import stemma.genealogy.Genealogy;
import stemma.identifiers.EventIds;
import stemma.journal.WorldClock;
import stemma.ledger.Ledger;
import stemma.lots.Lots;
import stemma.nonconformance.Cases;
import stemma.quality.Inspecting;
import stemma.quality.Quality;
import stemma.quality.Specifying;
import stemma.signatures.Signatures;
import stemma.stock.Stock;

import java.util.List;

/** The rooms that judge material and keep the evidence, over the rooms of truth and work. */
public final class Judgement {
    private final Quality quality;
    private final Specifying specifying;
    private final Inspecting inspecting;
    private final Certificates certificates;
    private final Cases cases;

    Judgement(House house, Truth truth, Genealogy genealogy) {
        JdbcClient database = house.database();
        quality = new Quality(database, truth.ledger().history());
        specifying = new Specifying(
                database,
                house.transactions(),
                truth.catalog(),
                house.audit(),
                house.signatures(),
                house.clock());
        inspecting = new Inspecting(
                database,
                house.transactions(),
                truth.lots(),
                quality,
                house.audit(),
                house.clock());
        certificates = new Certificates(
                house.database(),
                house.transactions(),
                house.audit(),
                truth.catalog(),
                new Certificates.Rooms(
                        truth.lots(), truth.stock(), truth.documents(), truth.ledger()),
                house.clock());
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

    /** What every room that keeps tables of its own is built on. */
    record House(
            JdbcClient database,
            TransactionTemplate transactions,
            Audit audit,
            Signatures signatures,
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

    public Certificates certificates() {
        return certificates;
    }

    public Cases cases() {
        return cases;
    }

    /** Returns what controllers may ask for, each by its own type. */
    List<Object> faces() {
        return List.of(quality, specifying, inspecting, certificates, cases);
    }
}
