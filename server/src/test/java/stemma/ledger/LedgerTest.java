package stemma.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.audit.Audit;
import stemma.catalog.Catalog;
import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.genealogy.Kin;
import stemma.genealogy.Runs;
import stemma.genealogy.Span;
import stemma.identifiers.*;
import stemma.journal.Author;
import stemma.journal.Journal;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.stock.Stock;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

class LedgerTest {
    final Database database = TestDatabases.fresh();
    final JdbcClient app = JdbcClient.create(database.app());
    final TransactionTemplate transactions =
            new TransactionTemplate(new JdbcTransactionManager(database.app()));
    Instant now = Instant.parse("2026-05-01T06:00:00Z");
    final EventIds ids = new EventIds(() -> now, new Random(1));
    final Author otto = new Author(new ActorId("otto"), "s", "d");
    final Journal journal = new Journal(database.app(), () -> now);
    final Audit audit = new Audit(journal, ids);
    final Catalog catalog = new Catalog(app, transactions, audit, items -> Set.of());
    final Lots lots = new Lots(app, catalog);
    final Stock stock = new Stock(app, lots);
    final Kin kin = new Kin() {
        public Set<Span> descendants(Collection<Span> of) {
            return new HashSet<>(of);
        }

        public Set<Span> ancestors(Collection<Span> of) {
            return new HashSet<>(of);
        }
    };
    final Runs runs = new Runs(app, transactions, lots, stock, kin);
    final Ledger ledger = new Ledger(
            app,
            transactions,
            journal,
            audit,
            () -> now,
            List.of(lots.guard(), stock.guard(), runs.guard()),
            List.of(lots.projection(app), stock.projection(), runs.projection()));

    @BeforeEach
    void masters() {
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql(
                        "insert into catalog.site (normal, code, name, country, zone, standing) values ('MAIN','MAIN','Main','IE','UTC','ACTIVE')")
                .update();
        owner.sql(
                        "insert into catalog.location (normal, site, code, name, standing) values ('MAIN/MAIN',1,'MAIN','Main','ACTIVE')")
                .update();
        owner.sql(
                        "insert into catalog.item (normal, code, name, base_unit, tracking, status_at_receipt, status_at_production, sublots, standing) values ('FLOUR','flour','Flour','kg','LOT','RELEASED','RELEASED','PER_RECEIPT_LINE','ACTIVE'), ('BREAD','bread','Bread','ea','LOT','RELEASED','RELEASED','PER_RECEIPT_LINE','ACTIVE')")
                .update();
        owner.sql(
                        "insert into catalog.partner (normal, code, name, country, roles, reach, standing) values ('MILLCO','MillCo','MillCo','IE','{SUPPLIER}','BOUNDARY','ACTIVE'), ('SHOP','Shop','Shop','IE','{CUSTOMER}','BOUNDARY','ACTIVE')")
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    static final Place MAIN = new Place.At(new SiteCode("MAIN"), new LocationCode("MAIN"));

    Circumstances now(Claim claim) {
        return Circumstances.of(
                ids.next(),
                claim,
                Occurrence.at(now, TimeSource.DEVICE, ZoneId.of("UTC")),
                new SiteCode("MAIN"),
                Evidence.SCANNED);
    }

    @Test
    void flour_becomes_bread_and_reaches_a_shop() {
        var receive = new Event.Received(
                now(Claim.INTENT),
                new DocumentCode("R-1"),
                null,
                new PartnerCode("MillCo"),
                List.of(Birth.of(
                        0,
                        Passport.of(new ItemCode("flour"), new LotNumber("F-101")),
                        Quantity.of("500 kg"),
                        MAIN)));
        assertThat(ledger.append(Submission.of(otto, receive))).isInstanceOf(Answer.Appended.class);
        assertThat(ledger.append(Submission.of(otto, receive)))
                .extracting(a -> ((Answer.Appended) a).novelty())
                .isEqualTo(Answer.Novelty.REPEATED);
        Portion flour = Portion.of(new LotId(receive.id(), 0));
        Run run = Run.of(new RunId("WO-55"));
        var consume = new Event.Consumed(
                now(Claim.INTENT),
                run,
                List.of(new Input(flour, Quantity.of("120 kg"), null, MAIN, List.of())),
                List.of());
        var produce = new Event.Produced(
                now(Claim.INTENT),
                run,
                List.of(Birth.of(
                        0,
                        Passport.of(new ItemCode("bread"), new LotNumber("B-9")),
                        Quantity.of("400 ea"),
                        MAIN)));
        assertThat(ledger.append(Submission.of(otto, consume, produce)))
                .isInstanceOf(Answer.Appended.class);
        Portion bread = Portion.of(new LotId(produce.id(), 0));
        var ship = new Event.Shipped(
                now(Claim.INTENT),
                new ShipmentCode("SH-1"),
                null,
                new PartnerCode("Shop"),
                null,
                List.of(new Line(bread, Quantity.of("400 ea"), null, MAIN)),
                List.of());
        assertThat(ledger.append(Submission.of(otto, ship))).isInstanceOf(Answer.Appended.class);
        assertThat(stock.balances(List.of(lots.lot(flour.first()).orElseThrow())))
                .hasSize(3);
        assertThat(ledger.append(Submission.of(
                        otto,
                        new Event.Consumed(
                                now(Claim.INTENT),
                                Run.of(new RunId("WO-56")),
                                List.of(new Input(
                                        flour, Quantity.of("381 kg"), null, MAIN, List.of())),
                                List.of()))))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        r -> assertThat(r.why().code()).isEqualTo("not_enough"));
        var hold = new Event.Held(
                now(Claim.INTENT),
                new HoldCode("H-1"),
                new Reach.Family(null, new LotNumber("f-101")),
                Descent.WITH_DESCENDANTS);
        assertThat(ledger.append(Submission.of(otto, hold))).isInstanceOf(Answer.Appended.class);
        var use = new Event.Consumed(
                now(Claim.INTENT),
                Run.of(new RunId("WO-57")),
                List.of(new Input(flour, Quantity.of("400 kg"), null, MAIN, List.of())),
                List.of());
        assertThat(ledger.append(Submission.of(otto, use)))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        r -> assertThat(r.why().code()).isEqualTo("lot_is_held"));
        var fact = use.under(now(Claim.REPORT));
        var answer = ledger.append(Submission.of(otto, fact));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Appended.class,
                        a -> assertThat(a.events())
                                .extracting(e -> EventJson.kind(e.event()))
                                .containsExactly("consumed", "adjusted", "held"));
        var corrected = new Event.Corrected(
                now(Claim.REPORT),
                receive.id(),
                new Event.Received(
                        receive.circumstances(),
                        new DocumentCode("R-1"),
                        null,
                        new PartnerCode("MillCo"),
                        List.of(Birth.of(
                                0,
                                Passport.of(new ItemCode("flour"), new LotNumber("F-101")),
                                Quantity.of("480 kg"),
                                MAIN))));
        assertThat(ledger.append(Submission.of(otto, corrected)))
                .isInstanceOf(Answer.Appended.class);
    }
}
