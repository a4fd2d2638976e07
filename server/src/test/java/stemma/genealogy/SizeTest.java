package stemma.genealogy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

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
import stemma.identifiers.EventIds;
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
import stemma.ledger.Answer;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.DeliveryBasis;
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
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.stock.Shipment;
import stemma.stock.ShipmentsOfLots;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Case 9 of our peers, size: flour is in 7,008 lots, which went out in 32,000 shipments; salt in
 * 1,152 of them; one of them was delivered 9,575 times. Each full list forward is complete; how
 * long it took is told.
 */
class SizeTest {
    private static final int RUNS = 73;
    private static final int SALTED = 12;
    private static final int LOTS_OF_A_RUN = 96;
    private static final int DELIVERIES = 9_575;
    private static final int SHIPMENTS = 32_000;

    private static final SiteCode SITE = new SiteCode("BAKERY");
    private static final Place MAIN = new Place.At(SITE, new LocationCode("MAIN"));
    private static final ItemCode DOUGH = new ItemCode("dough");
    private static final PartnerCode SHOP = new PartnerCode("SHOP");
    private static final Author OTTO = new Author(new ActorId("otto"), "session", "device");
    private static final Instant NOW = Instant.parse("2026-05-01T06:00:00Z");

    private static final World WORLD = World.open(TestDatabases.fresh(), () -> NOW);
    private static final EventIds IDS = new EventIds(() -> NOW, new Random(1));
    private static final ShipmentsOfLots OUT =
            new ShipmentsOfLots(JdbcClient.create(WORLD.database().app()), WORLD.stock());
    private static final List<Submission> WAITING = new ArrayList<>();
    private static Portion flour;
    private static Portion salt;
    private static Portion busy;

    @BeforeAll
    static void happens() {
        masters();
        flour = received("FLOUR");
        salt = received("SALT");
        List<Portion> made = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) made.addAll(made(run));
        busy = made.getFirst();
        for (int i = 0; i < SHIPMENTS; i++) {
            shipped(i, i < DELIVERIES ? busy : made.get(1 + i % (made.size() - 1)));
        }
        write();
    }

    @AfterAll
    static void close() {
        WORLD.database().close();
    }

    @Test
    void a_lot_in_seven_thousand_is_followed_to_thirty_two_thousand_shipments() {
        assertThat(lots(flour)).hasSize(RUNS * LOTS_OF_A_RUN + 1);
        assertThat(shipments(flour)).hasSize(SHIPMENTS);
        tell("flour", flour);
    }

    @Test
    void a_lot_in_eleven_hundred_is_followed_to_every_one_of_them() {
        assertThat(lots(salt)).hasSize(SALTED * LOTS_OF_A_RUN + 1);
        assertThat(shipments(salt)).hasSizeGreaterThan(DELIVERIES);
        tell("salt", salt);
    }

    @Test
    void a_lot_delivered_nine_thousand_times_names_each_delivery() {
        assertThat(shipments(busy)).hasSize(DELIVERIES);
        tell("a dough", busy);
    }

    /** Other work on the machine slows some tries down; the best shows what the search takes. */
    private static void tell(String name, Portion root) {
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < 5; i++) {
            long from = System.nanoTime();
            shipments(root);
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            if (took.compareTo(best) < 0) best = took;
        }
        System.out.println("Everything forward of " + name + " took " + best.toMillis() + " ms");
    }

    private static List<Lot> lots(Portion root) {
        Trace trace = WORLD.genealogy().trace(Question.forward(List.of(root)));
        return trace.lots().stream().map(Reached::lot).toList();
    }

    private static List<Shipment> shipments(Portion root) {
        return OUT.of(lots(root));
    }

    private static void masters() {
        Country country = new Country("IE");
        WORLD.catalog()
                .amend(
                        Amendment.of(
                                List.of(
                                        Site.of(SITE, "Bakery", country, ZoneId.of("UTC")),
                                        Location.of(SITE, new LocationCode("MAIN"), "Main"),
                                        Item.of(
                                                        DOUGH,
                                                        "Dough",
                                                        Quantity.of("1 kg").unit(),
                                                        Tracking.LOT)
                                                .with(ItemPolicy.USUAL.withStatusAtReceipt(
                                                        InitialStatus.RELEASED)),
                                        Partner.of(
                                                SHOP,
                                                "Shop",
                                                country,
                                                PartnerRole.SUPPLIER,
                                                PartnerRole.CUSTOMER)),
                                "a bakery"),
                        OTTO);
    }

    private static Circumstances circumstances() {
        return Circumstances.of(
                IDS.next(),
                Claim.INTENT,
                Occurrence.at(NOW, TimeSource.DEVICE, ZoneId.of("UTC")),
                SITE,
                Evidence.SCANNED);
    }

    private static Birth birth(int ordinal, String number) {
        Passport passport = Passport.of(DOUGH, new LotNumber(number));
        return Birth.of(ordinal, passport, Quantity.of("100000 kg"), MAIN);
    }

    private static Portion received(String number) {
        Event received = new Event.Received(
                circumstances(),
                new DocumentCode("R-" + number),
                null,
                SHOP,
                List.of(birth(0, number)));
        append(received);
        return Portion.of(new LotId(received.id(), 0));
    }

    private static List<Portion> made(int number) {
        Run run = Run.of(new RunId("WO-" + number));
        List<Input> inputs = new ArrayList<>(List.of(input(flour)));
        if (number < SALTED) inputs.add(input(salt));
        List<Birth> births = new ArrayList<>();
        for (int i = 0; i < LOTS_OF_A_RUN; i++) births.add(birth(i, "B-" + number + "-" + i));
        Event made = new Event.Produced(circumstances(), run, births);
        append(new Event.Consumed(circumstances(), run, inputs, List.of()), made);
        List<Portion> lots = new ArrayList<>();
        births.forEach(birth -> lots.add(birth.of(made.id())));
        return lots;
    }

    private static Input input(Portion lot) {
        return new Input(lot, Quantity.of("1 kg"), null, MAIN, List.of());
    }

    private static void shipped(int number, Portion lot) {
        ShipmentCode code = new ShipmentCode("S-" + number);
        Line line = new Line(lot, Quantity.of("1 kg"), null, MAIN);
        Event shipped = new Event.Shipped(
                circumstances(), code, null, SHOP, null, List.of(line), List.of());
        if (number >= DELIVERIES) {
            append(shipped);
            return;
        }
        Line arriving = new Line(lot, line.quantity(), null, new Place.InTransit(code));
        append(
                shipped,
                new Event.Delivered(
                        circumstances(),
                        code,
                        SHOP,
                        null,
                        DeliveryBasis.PROVEN,
                        List.of(arriving)));
    }

    private static void append(Event... events) {
        WAITING.add(Submission.of(OTTO, events));
        if (WAITING.size() == 1_000) write();
    }

    private static void write() {
        WORLD.ledger()
                .append(WAITING)
                .forEach(answer -> assertThat(answer).isInstanceOf(Answer.Appended.class));
        WAITING.clear();
    }
}
