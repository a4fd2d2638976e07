package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.access.Role;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.NumberRule;
import stemma.catalog.OrderLine;
import stemma.catalog.PurchaseOrder;
import stemma.catalog.SalesOrder;
import stemma.catalog.Standing;
import stemma.catalog.Tracking;
import stemma.identifiers.Gtin;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Receive, consume, yield, pick, ship, count: each from the work list to the confirmation, on 320
 * pixels, by scanner and keyboard alone; and the wrong scans of each, of which nothing is recorded.
 */
@Tag("browser")
class SixActsTest {
    private static final String SEPARATOR = FloorHand.SEPARATOR;
    private static final String MALT = "]d20104006381333931";
    private static ApiPlant plant;
    private static ApiClient program;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        PageWorld.of(plant);
        program = plant.program("iva", Role.INTEGRATOR, Role.RECEIVING, Role.QUALITY);
        ItemCode malt = new ItemCode("malt");
        plant.define(Item.of(malt, "Malt", ApiPlant.KG, Tracking.LOT)
                .with(ItemPolicy.USUAL
                        .withGtin(Gtin.of("4006381333931"))
                        .withNumbering(NumberRule.of("{item}-{n}"))));
        plant.define(new PurchaseOrder(
                new OrderCode("PO-2"),
                new PartnerCode("MillCo"),
                new SiteCode("MAIN"),
                LocalDate.of(2020, 1, 1),
                List.of(line(malt, "600 kg")),
                Standing.ACTIVE));
        for (String order : List.of("SO-2", "SO-3"))
            plant.define(new SalesOrder(
                    new OrderCode(order),
                    new PartnerCode("CornerShop"),
                    null,
                    LocalDate.of(2020, 1, 1),
                    List.of(line(new ItemCode("bread"), "20 ea")),
                    Standing.ACTIVE));
        received("salt", "S-1", "50 kg");
        for (String bread : List.of("B-HELD", "B-KEPT", "B-FREE"))
            received("bread", bread, "20 ea");
        sent("""
                {"event":"held","id":"%s","site":"MAIN","hold":"H-2",
                 "reason":{"code":"foreign_body","text":"glass"},
                 "reach":{"reach":"family","item":"bread","number":"B-HELD"},"descent":"alone"}
                """);
        chromium = new Chromium(plant.web.port());
    }

    private static OrderLine line(ItemCode item, String amount) {
        return new OrderLine(1, item, Quantity.of(amount), null, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static void received(String item, String number, String quantity) {
        sent("""
                {"event":"received","id":"%%s","site":"MAIN","receipt":"R-%s","supplier":"MillCo",
                 "lots":[{"passport":{"item":"%s","number":"%s"},"quantity":"%s",
                          "to":"at:MAIN/MAIN"}]}""".formatted(number, item, number, quantity));
    }

    private static void sent(String body) {
        var reply = program.post("/api/v1/events", body.formatted(plant.id()));
        assertThat(reply.status()).as(reply.body()).isLessThan(300);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        plant.close();
    }

    private record Floor(Page page, FloorHand hand) {}

    private static void on320(Role role, String workList, Consumer<Floor> act) {
        try (BrowserContext context = chromium.context(ColorScheme.LIGHT, 320)) {
            Page page = Chromium.signIn(context, PageWorld.person(role), ApiPlant.PASSWORD);
            page.navigate(workList);
            act.accept(new Floor(page, new FloorHand(page)));
        }
    }

    private static long recorded() {
        return JdbcClient.create(plant.database.owner())
                .sql("select count(*) from ledger.event")
                .query(Long.class)
                .single();
    }

    private static Event last() {
        long seq = JdbcClient.create(plant.database.owner())
                .sql("select max(seq) from ledger.event")
                .query(Long.class)
                .single();
        return plant.world.ledger().events(List.of(seq)).getFirst().event();
    }

    private static <E extends Event> E last(Class<E> kind) {
        Event last = last();
        assertThat(last).isInstanceOf(kind);
        assertThat(last.circumstances().evidence()).isEqualTo(Evidence.SCANNED);
        return kind.cast(last);
    }

    /** What no page takes, whoever works there: a code of nobody, and lost separators. */
    private static void strangeCodes(Floor floor) {
        floor.hand().scan("]C10109520123456788");
        floor.hand().hears("stop", "No item here bears the GTIN 09520123456788");
        floor.hand().scan("NO-SUCH-THING");
        floor.hand().hears("stop", "Nothing here is called");
        lostSeparators(floor);
    }

    private static void lostSeparators(Floor floor) {
        floor.hand().scan("]d2010400638133393110M-70117280531");
        floor.hand().hears("stop", "The scanner is not sending separators");
    }

    @Test
    void goods_are_received() {
        long before = recorded();
        on320(Role.RECEIVING, "/receiving", floor -> {
            FloorHand hand = floor.hand();
            Page page = floor.page();
            hand.follow("main a[href^='/receive?order=PO-2']");
            hand.scan("]C10109520123456788");
            hand.hears("stop", "No item here bears the GTIN 09520123456788");
            lostSeparators(floor);
            hand.scan("lot:flour:F-101");
            hand.hears("stop", "item is malt here");
            assertThat(page.inputValue("#supplier_lot-0")).isEmpty();
            Chromium.lookAt(page, "six-receive-wrong");
            hand.scan(MALT + "1728053110M-701");
            hand.hears("ok", "M-701");
            hand.scan("location:MAIN:COLD");
            hand.write("#receipt", "DN-77");
            hand.write("#quantity-0", "400");
            Chromium.lookAt(page, "six-receive");
            assertThat(recorded()).isEqualTo(before);
            hand.send("do:ok");
            assertThat(page.textContent("#said"))
                    .as(page.textContent("main"))
                    .isEqualTo("Receipt DN-77 is recorded.");
            Chromium.lookAt(page, "six-received");
        });
        var lot = last(Event.Received.class).lots().getFirst();
        assertThat(lot.quantity()).isEqualTo(Quantity.of("400 kg"));
        assertThat(lot.passport().expiry()).hasToString("2028-05-31");
        assertThat(recorded()).isEqualTo(before + 1);
    }

    @Test
    void goods_are_consumed() {
        on320(Role.OPERATOR, "/production", floor -> {
            long before = recorded();
            FloorHand hand = floor.hand();
            Page page = floor.page();
            hand.follow("main a[href='/work-orders/WO-1']");
            hand.follow("main a[href^='/production/consume']");
            strangeCodes(floor);
            hand.scan("S-1");
            hand.hears("stop", "Not asked for here: Lot S-1, salt", "Asked for: flour");
            Chromium.lookAt(page, "six-consume-wrong");
            hand.scan("F-102");
            hand.hears("check", "Lot F-102, flour", "held");
            hand.scan("do:5");
            hand.send("do:ok");
            assertThat(page.textContent("[data-objections]")).contains("lot_is_held");
            Chromium.lookAt(page, "six-consume-held");
            assertThat(recorded()).isEqualTo(before);
            hand.write("[name=lot]", "");
            hand.scan("F-101");
            hand.scan("do:4");
            hand.scan("do:0");
            Chromium.lookAt(page, "six-consume");
            hand.send("do:ok");
            assertThat(page.textContent("#said"))
                    .as(page.textContent("main"))
                    .startsWith("Recorded: consumed");
        });
        assertThat(last(Event.Consumed.class).inputs().getFirst().quantity())
                .isEqualTo(Quantity.of("40 kg"));
    }

    @Test
    void output_is_recorded() {
        on320(Role.OPERATOR, "/production", floor -> {
            long before = recorded();
            FloorHand hand = floor.hand();
            Page page = floor.page();
            hand.follow("main a[href='/work-orders/WO-1']");
            hand.follow("main a[href^='/production/yield']");
            hand.scan("]C10109520123456788");
            hand.hears("stop", "No item here bears the GTIN 09520123456788");
            lostSeparators(floor);
            hand.scan("lot:flour:F-101");
            hand.hears("stop", "Not asked for here");
            hand.scan("B-HELD");
            hand.hears("check", "B-HELD");
            hand.scan("do:undo");
            Chromium.lookAt(page, "six-yield-wrong");
            hand.scan("B-77");
            hand.hears("ok", "New number B-77");
            hand.scan("location:MAIN:COLD");
            hand.scan("do:5");
            hand.scan("do:0");
            Chromium.lookAt(page, "six-yield");
            assertThat(recorded()).isEqualTo(before);
            hand.send("do:ok");
            assertThat(page.textContent("#said"))
                    .as(page.textContent("main"))
                    .startsWith("Recorded: produced 50 ea");
            Chromium.lookAt(page, "six-yielded");
        });
        assertThat(last(Event.Produced.class).outputs().getFirst().passport().number())
                .hasToString("B-77");
    }

    @Test
    void goods_are_picked_and_shipped() {
        on320(Role.SHIPPING, "/shipping", floor -> {
            FloorHand hand = floor.hand();
            Page page = floor.page();
            kept(hand, page);
            page.navigate("/shipping");
            long before = recorded();
            hand.follow("main a[href='/sales-orders/SO-3']");
            hand.follow("main a[href^='/ship/order']");
            strangeCodes(floor);
            stops(floor, "S-1", "Order SO-3 asks for no salt");
            stops(floor, "B-HELD", "held");
            stops(floor, "B-KEPT", "kept for other orders");
            Chromium.lookAt(page, "six-pick-wrong");
            picks(page, hand, "B-FREE");
            assertThat(page.textContent(".result")).contains("complete");
            Chromium.lookAt(page, "six-pick");
            assertThat(recorded()).isEqualTo(before);
            hand.send("do:next");
            assertThat(page.textContent("#said"))
                    .as(page.textContent("main"))
                    .endsWith("has left.");
            Chromium.lookAt(page, "six-shipped");
        });
        assertThat(last(Event.Shipped.class).lines().getFirst().quantity())
                .isEqualTo(Quantity.of("20 ea"));
    }

    /** Somebody else's goods: all of B-KEPT is in hand for SO-2. */
    private static void kept(FloorHand hand, Page page) {
        page.navigate("/ship/order?code=SO-2");
        page.waitForSelector("[data-scan-bar]:not([hidden])");
        picks(page, hand, "B-KEPT");
        assertThat(page.textContent(".result")).contains("complete");
    }

    /** A pick is sent as soon as it is scanned. */
    private static void picks(Page page, FloorHand hand, String code) {
        page.waitForResponse("**/ship/scan", () -> hand.scan(code));
        page.waitForSelector("body:not(:has([class*=htmx-]))");
    }

    private static void stops(Floor floor, String code, String why) {
        picks(floor.page(), floor.hand(), code);
        assertThat(floor.page().getAttribute(".result", "class")).contains("stop");
        assertThat(floor.page().textContent(".result")).contains(why);
    }

    @Test
    void a_place_is_counted() {
        on320(Role.RECEIVING, "/warehouse", floor -> {
            long before = recorded();
            FloorHand hand = floor.hand();
            Page page = floor.page();
            hand.follow("main a[href='/counts/C-1']");
            strangeCodes(floor);
            hand.scan("location:MAIN:COLD");
            hand.hears("stop", "Scanned a location");
            hand.scan("F-101");
            for (String digit : List.of("4", "0", "0")) hand.scan("do:" + digit);
            Chromium.lookAt(page, "six-count");
            hand.send("do:ok");
            assertThat(page.textContent("#said"))
                    .as(page.textContent("main"))
                    .isEqualTo("F-101: 400 kg counted.");
            Chromium.lookAt(page, "six-counted");
            assertThat(recorded()).isEqualTo(before);
            hand.follow("main form[action$='/posting'] button");
            assertThat(page.textContent("#said"))
                    .as(page.textContent("main"))
                    .isEqualTo("Posted: the books meet the goods.");
            Chromium.lookAt(page, "six-posted");
        });
        assertThat(last(Event.Adjusted.class).cause()).hasToString("COUNT");
    }
}
