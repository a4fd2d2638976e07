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
import stemma.catalog.PurchaseOrder;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeLine;
import stemma.catalog.RecipeLine.Part;
import stemma.catalog.Resource;
import stemma.catalog.ResourceKind;
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
 * A day in a plant that makes food, in Chromium with a scanner: cream and weighed hams come in, the
 * cream goes through a tank, pies come out weighed, go on a pallet, and leave with it.
 */
@Tag("browser")
class FoodDayTest {
    private static final SiteCode MAIN = new SiteCode("MAIN");
    private static final ItemCode CREAM = new ItemCode("cream");
    private static final ItemCode HAM = new ItemCode("ham");
    private static final ItemCode PIE = new ItemCode("pie");
    private static ApiPlant plant;
    private static ApiClient program;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        program = plant.program();
        ItemPolicy released = ItemPolicy.USUAL
                .withStatusAtReceipt(InitialStatus.RELEASED)
                .withStatusAtProduction(InitialStatus.RELEASED);
        ItemPolicy weighed = released.withCatchWeightUnit(ApiPlant.KG);
        plant.define(Item.of(CREAM, "Cream", ApiPlant.KG, Tracking.LOT).with(released));
        plant.define(Item.of(HAM, "Ham", Unit.EACH, Tracking.LOT).with(weighed));
        plant.define(Item.of(PIE, "Pie", Unit.EACH, Tracking.LOT).with(weighed));
        plant.define(new Resource(
                new ResourceCode("TANK-1"),
                "Cream tank",
                ResourceKind.VESSEL,
                MAIN,
                Standing.ACTIVE));
        orders();
        for (Role role : List.of(Role.RECEIVING, Role.OPERATOR, Role.SHIPPING))
            plant.caller(PageWorld.person(role), role);
        chromium = new Chromium(plant.web.port());
    }

    private static void orders() {
        plant.define(new PurchaseOrder(
                new OrderCode("PO-F"),
                new PartnerCode("MillCo"),
                MAIN,
                null,
                List.of(line(1, CREAM, "100 kg"), line(2, HAM, "4 ea")),
                Standing.ACTIVE));
        plant.define(new Recipe(
                PIE,
                "P1",
                List.of(
                        new RecipeLine(Part.OUTPUT, PIE, Quantity.of("20 ea")),
                        new RecipeLine(Part.INPUT, CREAM, Quantity.of("40 kg")),
                        new RecipeLine(Part.INPUT, HAM, Quantity.of("2 ea"))),
                List.of(),
                BigDecimal.TEN,
                Standing.ACTIVE));
        plant.define(new WorkOrder(
                new OrderCode("WO-F"),
                MAIN,
                PIE,
                "P1",
                Quantity.of("20 ea"),
                new ResourceCode("LINE-1"),
                null,
                Standing.ACTIVE));
        plant.define(new SalesOrder(
                new OrderCode("SO-F"),
                new PartnerCode("CornerShop"),
                null,
                null,
                List.of(line(1, PIE, "20 ea")),
                Standing.ACTIVE));
    }

    private static OrderLine line(int number, ItemCode item, String amount) {
        return new OrderLine(
                number, item, Quantity.of(amount), null, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        plant.close();
    }

    private interface Work {
        void at(Page page, FloorHand hand);
    }

    private static void as(Role role, String start, Work work) {
        try (BrowserContext context = chromium.context(ColorScheme.LIGHT, 320)) {
            Page page = Chromium.signIn(context, PageWorld.person(role), ApiPlant.PASSWORD);
            page.navigate(start);
            work.at(page, new FloorHand(page));
        }
    }

    @Test
    void from_the_dock_through_the_tank_to_the_truck() {
        as(Role.RECEIVING, "/receive?order=PO-F", FoodDayTest::receives);
        as(Role.OPERATOR, "/vessels/TANK-1", FoodDayTest::fillsAndDraws);
        as(Role.OPERATOR, "/production/consume?order=WO-F", FoodDayTest::consumes);
        as(Role.OPERATOR, "/production/yield?order=WO-F", FoodDayTest::yields);
        as(Role.RECEIVING, "/warehouse/acts/pack", FoodDayTest::packs);
        as(Role.SHIPPING, "/ship/order?code=SO-F", FoodDayTest::ships);
        assertThat(program.get("/api/v1/board?lot=CR-1").body())
                .contains("\"addsUp\":true", "CornerShop");
        assertThat(program.get("/api/v1/stock?lot=HAM-1").body())
                .contains("\"quantity\":\"2 ea\"", "7.8 kg");
    }

    private static void receives(Page page, FloorHand hand) {
        hand.write("#receipt", "DN-1");
        hand.scan("location:MAIN:COLD");
        hand.write("#quantity-0", "100");
        hand.write("#supplier_lot-0", "S-CR");
        hand.write("#number-0", "CR-1");
        hand.write("#quantity-1", "4");
        hand.write("#supplier_lot-1", "S-HAM");
        hand.write("#number-1", "HAM-1");
        page.locator("details.later summary").nth(1).press("Enter");
        hand.write("#weight-1", "15.9 kg");
        Chromium.lookAt(page, "food-receive");
        hand.send("do:ok");
        assertThat(page.textContent("#said"))
                .as(page.textContent("main"))
                .isEqualTo("Receipt DN-1 is recorded.");
    }

    private static void fillsAndDraws(Page page, FloorHand hand) {
        hand.scan("CR-1");
        hand.write("#fill-quantity", "100");
        hand.send("do:ok");
        assertThat(page.textContent("#said")).as(page.textContent("main")).contains("100 kg");
        hand.write("#draw-number", "DC-1");
        hand.write("#draw-quantity", "40");
        hand.write("#draw-location", "MAIN");
        hand.follow("form[action='/vessels/draw'] button[type=submit]");
        assertThat(page.textContent("#said")).as(page.textContent("main")).contains("40 kg");
        Chromium.lookAt(page, "food-tank");
        assertThat(page.textContent(".lead")).contains("60 kg");
    }

    private static void consumes(Page page, FloorHand hand) {
        hand.scan("DC-1");
        hand.write("[name=quantity]", "40");
        hand.scan("HAM-1");
        hand.scan("do:2");
        hand.send("do:ok");
        assertThat(page.textContent("[data-objections]"))
                .contains("What do these 2 ea of HAM-1 weigh?");
        page.locator("[name=weight]").nth(1).fill("8.1");
        Chromium.lookAt(page, "food-consume");
        hand.send("do:ok");
        assertThat(page.textContent("#said"))
                .as(page.textContent("main"))
                .startsWith("Recorded: consumed");
    }

    private static void yields(Page page, FloorHand hand) {
        hand.scan("PIE-1");
        hand.scan("location:MAIN:COLD");
        hand.write("#quantity0", "20");
        hand.write("#weight0", "46.8");
        Chromium.lookAt(page, "food-yield");
        hand.send("do:ok");
        assertThat(page.textContent("#said"))
                .as(page.textContent("main"))
                .startsWith("Recorded: produced 20 ea");
    }

    private static void packs(Page page, FloorHand hand) {
        hand.write("[name=container]", "PAL-F");
        hand.scan("PIE-1");
        Chromium.lookAt(page, "food-pack");
        hand.send("do:ok");
        assertThat(page.textContent("#said")).as(page.textContent("main")).contains("recorded");
    }

    private static void ships(Page page, FloorHand hand) {
        page.waitForSelector("[data-scan-bar]:not([hidden])");
        page.waitForResponse("**/ship/scan", () -> hand.scan("PAL-F"));
        page.waitForSelector(".result.ok:has-text('complete')");
        Chromium.lookAt(page, "food-pick");
        hand.send("do:next");
        assertThat(page.textContent("#said")).endsWith("has left.");
    }
}
