package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import stemma.access.Role;
import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.OrderLine;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeLine;
import stemma.catalog.RecipeLine.Part;
import stemma.catalog.SalesOrder;
import stemma.catalog.Standing;
import stemma.catalog.Tracking;
import stemma.catalog.WorkOrder;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.math.BigDecimal;
import java.util.List;

/**
 * A day in a plant that makes devices, in Chromium with a scanner: each unit gets its own blower
 * and foam, one gets another blower before it is shipped, one is taken apart.
 */
@Tag("browser")
class DevicesDayTest {
    private static final SiteCode MAIN = new SiteCode("MAIN");
    private static final ItemCode DEVICE = new ItemCode("device");
    private static ApiPlant plant;
    private static ApiClient program;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        program = plant.program();
        ItemCode foam = new ItemCode("foam");
        ItemPolicy released = ItemPolicy.USUAL
                .withStatusAtReceipt(InitialStatus.RELEASED)
                .withStatusAtProduction(InitialStatus.RELEASED);
        plant.define(Item.of(foam, "Foam", Unit.EACH, Tracking.LOT).with(released));
        plant.define(Item.of(DEVICE, "Device", Unit.EACH, Tracking.SERIAL).with(released));
        plant.define(new Recipe(
                DEVICE,
                "D1",
                List.of(
                        new RecipeLine(Part.OUTPUT, DEVICE, Quantity.of("1 ea")),
                        new RecipeLine(Part.INPUT, new ItemCode("blower"), Quantity.of("1 ea")),
                        new RecipeLine(Part.INPUT, foam, Quantity.of("2 ea"))),
                List.of(),
                BigDecimal.ZERO,
                Standing.ACTIVE));
        plant.define(new WorkOrder(
                new OrderCode("WO-D"),
                MAIN,
                DEVICE,
                "D1",
                Quantity.of("2 ea"),
                new ResourceCode("LINE-1"),
                null,
                Standing.ACTIVE));
        plant.define(new SalesOrder(
                new OrderCode("SO-D"),
                new PartnerCode("CornerShop"),
                null,
                null,
                List.of(new OrderLine(
                        1, DEVICE, Quantity.of("1 ea"), null, BigDecimal.ZERO, BigDecimal.ZERO)),
                Standing.ACTIVE));
        received("foam", "FO-7", 40, "");
        received("blower", "BL", 3, """
                ,"serials":{"prefix":"","first":0,"digits":0,"texts":["BL-1","BL-2","BL-3"]}""");
        for (Role role : List.of(Role.OPERATOR, Role.SHIPPING))
            plant.caller(PageWorld.person(role), role);
        chromium = new Chromium(plant.web.port());
    }

    private static void received(String item, String number, int pieces, String serials) {
        var reply = program.post("/api/v1/events", """
                {"event":"received","id":"%s","site":"MAIN","receipt":"R-%s","supplier":"MillCo",
                 "lots":[{"passport":{"item":"%s","number":"%s"%s},"units":%d,"quantity":"%d ea",
                          "to":"at:MAIN/MAIN"}]}""".formatted(
                plant.id(), number, item, number, serials, serials.isEmpty() ? 1 : pieces, pieces));
        assertThat(reply.status()).as(reply.body()).isLessThan(300);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        plant.close();
    }

    @Test
    void units_are_built_mended_taken_apart_and_shipped() {
        try (BrowserContext context = chromium.context(ColorScheme.LIGHT, 1280)) {
            Page otto =
                    Chromium.signIn(context, PageWorld.person(Role.OPERATOR), ApiPlant.PASSWORD);
            built(otto, "D-001", "BL-1");
            built(otto, "D-002", "BL-2");
            anotherBlower(otto);
            takenApart(otto);
        }
        try (BrowserContext context = chromium.context(ColorScheme.LIGHT, 320)) {
            shipped(Chromium.signIn(context, PageWorld.person(Role.SHIPPING), ApiPlant.PASSWORD));
        }
        assertThat(program.get("/api/v1/stock?lot=BL-2-R").body())
                .contains("\"status\":\"quarantined\"", "at:MAIN/MAIN");
        assertThat(program.post("/api/v1/traces", """
                        {"roots":[{"id":"%s"}],"direction":"backward","detail":"links"}
                        """.formatted(idOf("D-002"))).body())
                .contains("FO-7", "BL");
    }

    private static String idOf(String serial) {
        return program.get("/api/v1/scans?text=" + serial + "&expects=serial")
                .json()
                .path("fields")
                .path("lot-id")
                .asString("");
    }

    private static void built(Page page, String unit, String blower) {
        FloorHand hand = new FloorHand(page);
        page.navigate("/production/units?order=WO-D&run=D1");
        page.waitForSelector("[data-scan-bar]:not([hidden])");
        hand.scan(unit);
        hand.hears("ok", "New number " + unit);
        hand.scan(blower);
        hand.hears("ok", "Unit " + blower);
        hand.scan("FO-7");
        hand.scan("do:2");
        Chromium.lookAt(page, "devices-units");
        hand.send("do:ok");
        assertThat(page.textContent("#said")).startsWith("Unit " + unit + " is recorded");
        assertThat(page.textContent("section:has(h2:has-text('Made so far'))"))
                .contains("scanned")
                .doesNotContain("keyed");
    }

    /** The blower that the unit was built with comes out as a part of its own. */
    private static void anotherBlower(Page page) {
        FloorHand hand = new FloorHand(page);
        page.navigate("/work-orders/WO-D");
        hand.follow("main a[href^='/production/exchange']");
        hand.scan("D-002");
        hand.scan("BL-2");
        hand.scan("BL-3");
        Chromium.lookAt(page, "devices-exchange");
        hand.send("do:ok");
        assertThat(page.textContent("#said"))
                .as(page.textContent("main"))
                .startsWith("Unit D-002: BL-2 came out of it. BL-3 went into it.");
    }

    private static void takenApart(Page page) {
        FloorHand hand = new FloorHand(page);
        page.navigate("/production/unbuild?site=MAIN");
        page.waitForSelector("[data-scan-bar]:not([hidden])");
        hand.scan("D-001");
        hand.write("#run", "UB-1");
        hand.write("[name=part_item]", "foam");
        hand.write("[name=part_number]", "FO-7-R");
        hand.write("[name=part_quantity]", "2 ea");
        Chromium.lookAt(page, "devices-unbuild");
        hand.send("do:ok");
        assertThat(page.textContent("#said")).as(page.textContent("main")).startsWith("Recorded");
    }

    private static void shipped(Page page) {
        FloorHand hand = new FloorHand(page);
        page.navigate("/ship/order?code=SO-D");
        page.waitForSelector("[data-scan-bar]:not([hidden])");
        page.waitForResponse("**/ship/scan", () -> hand.scan("D-001"));
        page.waitForSelector(".result.stop");
        page.waitForResponse("**/ship/scan", () -> hand.scan("D-002"));
        page.waitForSelector(".result.ok:has-text('complete')");
        Chromium.lookAt(page, "devices-pick");
        hand.send("do:next");
        assertThat(page.textContent("#said")).endsWith("has left.");
    }
}
