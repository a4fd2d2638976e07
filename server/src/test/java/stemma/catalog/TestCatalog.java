package stemma.catalog;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.audit.Audit;
import stemma.catalog.AmendmentAnswer.Amended;
import stemma.catalog.AmendmentAnswer.Refused;
import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventIds;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.journal.Journal;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** A catalog on a database of its own, in which Harbour Lane has begun to set itself up. */
public final class TestCatalog implements AutoCloseable {
    public static final Author QUINN = new Author(ActorId.of("quinn"), "session-1", "desk-1");
    public static final Item FLOUR =
            Item.of(ItemCode.of("FLOUR"), "Wheat flour", Unit.of("kg"), Tracking.LOT);
    public static final Item SOUP =
            Item.of(ItemCode.of("SOUP-400"), "Carrot soup 400 g", Unit.EACH, Tracking.LOT);
    public static final Site MAIN = Site.of(
            SiteCode.of("HLF"), "Harbour Lane", Country.of("NL"), ZoneId.of("Europe/Amsterdam"));
    public static final Partner MILL = Partner.of(
            PartnerCode.of("MillCo"), "Mill Company", Country.of("FR"), PartnerRole.SUPPLIER);

    final Set<MasterKey> used = new HashSet<>();
    private static final Instant MORNING = Instant.parse("2026-05-01T06:00:00Z");
    final JdbcClient jdbc;
    public final Catalog catalog;
    private final Database database = TestDatabases.fresh();

    public TestCatalog() {
        jdbc = JdbcClient.create(database.app());
        TransactionTemplate transaction =
                new TransactionTemplate(new DataSourceTransactionManager(database.app()));
        Journal journal = new Journal(database.app(), () -> MORNING);
        Audit audit = new Audit(journal, new EventIds(() -> MORNING, new Random(1)));
        catalog = new Catalog(
                jdbc,
                transaction,
                audit,
                masters -> masters.stream().filter(used::contains).collect(Collectors.toSet()));
    }

    /** Returns one order of each kind; the work order follows recipe A of the soup. */
    static List<Master> orders(String resource, String customer, String shipTo) {
        return List.of(
                new PurchaseOrder(
                        OrderCode.of("PO-1"),
                        MILL.code(),
                        MAIN.code(),
                        LocalDate.of(2026, 5, 31),
                        List.of(
                                OrderLine.of(3, FLOUR.code(), Quantity.of("500 kg")),
                                new OrderLine(
                                        7,
                                        FLOUR.code(),
                                        Quantity.of("20.5 kg"),
                                        LocalDate.of(2026, 6, 1),
                                        new BigDecimal("10.5"),
                                        BigDecimal.TEN)),
                        Standing.ACTIVE),
                new WorkOrder(
                        OrderCode.of("WO-1"),
                        MAIN.code(),
                        SOUP.code(),
                        "A",
                        Quantity.each(400),
                        ResourceCode.of(resource),
                        LocalDate.of(2026, 5, 30),
                        Standing.ACTIVE),
                new SalesOrder(
                        OrderCode.of("SO-1"),
                        PartnerCode.of(customer),
                        ShipToCode.of(shipTo),
                        null,
                        List.of(OrderLine.of(1, SOUP.code(), Quantity.each(60))),
                        Standing.RETIRED));
    }

    public static TestCatalog withMasters() {
        TestCatalog test = new TestCatalog();
        test.defined(
                MAIN,
                Location.of(MAIN.code(), LocationCode.of("DRY"), "Dry store"),
                FLOUR,
                SOUP,
                MILL);
        return test;
    }

    public Amended defined(Master... masters) {
        return switch (catalog.amend(Amendment.of(List.of(masters), "set-up"), QUINN)) {
            case Amended amended -> amended;
            case Refused refused -> throw new AssertionError("refused: " + refused.refusals());
        };
    }

    /** Returns the codes with which the masters are refused; checks that nothing changed. */
    List<String> refused(Master... masters) {
        return refused(Amendment.of(List.of(masters), "because"));
    }

    List<String> refused(Amendment amendment) {
        String before = content();
        return switch (catalog.amend(amendment, QUINN)) {
            case Amended amended -> throw new AssertionError("amended: " + amended.changes());
            case Refused refused -> {
                if (!content().equals(before))
                    throw new AssertionError("a refusal changed the catalog");
                yield refused.refusals().stream().map(MasterRefusal::code).toList();
            }
        };
    }

    private String content() {
        return java.util.Arrays.stream(MasterKind.values())
                .map(kind -> catalog.page(kind, MasterQuery.ALL).rows().toString())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        database.close();
    }
}
