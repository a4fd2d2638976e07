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
import stemma.catalog.SalesOrder;
import stemma.catalog.Standing;
import stemma.catalog.Tracking;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tablets with random numbers in Chromium with a scanner: packed in cases and a pallet, the pallet
 * picked as one and shipped, one unit returned and found by its number.
 */
@Tag("browser")
class TabletsPackedTest {
    private static final ItemCode TABLETS = new ItemCode("tablets");
    private static final List<String> FIRST_CASE = List.of("T9Q4X", "T2ZK7", "T8M1D");
    private static final List<String> SECOND_CASE = List.of("T5VH0", "T7C3R", "T1WB6");
    private static ApiPlant plant;
    private static ApiClient line;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        line = plant.program();
        plant.define(Item.of(TABLETS, "Tablets", Unit.EACH, Tracking.SERIAL)
                .with(ItemPolicy.USUAL.withStatusAtProduction(InitialStatus.RELEASED)));
        plant.define(new SalesOrder(
                new OrderCode("SO-T"),
                new PartnerCode("CornerShop"),
                null,
                null,
                List.of(new OrderLine(
                        1, TABLETS, Quantity.of("6 ea"), null, BigDecimal.ZERO, BigDecimal.ZERO)),
                Standing.ACTIVE));
        sent("""
                {"event":"produced","id":"%%s","site":"MAIN","run":"BLISTER-1",
                 "outputs":[{"passport":{"item":"tablets","number":"TAB-1",
                     "serials":{"prefix":"","first":0,"digits":0,"texts":[%s,%s]}},
                   "units":6,"quantity":"6 ea","to":"at:MAIN/MAIN"}]}
                """.formatted(texts(SECOND_CASE), texts(FIRST_CASE)));
        for (Role role : List.of(Role.RECEIVING, Role.SHIPPING))
            plant.caller(PageWorld.person(role), role);
        chromium = new Chromium(plant.web.port());
    }

    private static String texts(List<String> serials) {
        return serials.stream().map(text -> '"' + text + '"').collect(Collectors.joining(","));
    }

    private static void sent(String body) {
        var reply = line.post("/api/v1/events", body.formatted(plant.id()));
        assertThat(reply.status()).as(reply.body()).isLessThan(300);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        plant.close();
    }

    @Test
    void units_are_packed_shipped_and_one_comes_back() {
        try (BrowserContext context = chromium.context(ColorScheme.LIGHT, 320)) {
            Page store =
                    Chromium.signIn(context, PageWorld.person(Role.RECEIVING), ApiPlant.PASSWORD);
            packed(store, "CASE-1", FIRST_CASE);
            packed(store, "CASE-2", SECOND_CASE);
            packed(store, "PAL-1", List.of("CASE-1", "CASE-2"));
            store.navigate("/containers/PAL-1");
            assertThat(store.textContent("main")).contains("2 containers, 6 ea", "CASE-2");
            Chromium.lookAt(store, "tablets-pallet");
        }
        try (BrowserContext context = chromium.context(ColorScheme.LIGHT, 320)) {
            Page dock =
                    Chromium.signIn(context, PageWorld.person(Role.SHIPPING), ApiPlant.PASSWORD);
            String shipment = shipped(dock);
            sent("""
                    {"event":"delivered","id":"%%s","site":"MAIN","shipment":"%s",
                     "consignee":"CornerShop","basis":"proven"}""".formatted(shipment));
            comesBack(dock);
        }
    }

    private static void packed(Page page, String into, List<String> what) {
        FloorHand hand = new FloorHand(page);
        page.navigate("/warehouse/acts/pack");
        page.waitForSelector("[data-scan-bar]:not([hidden])");
        hand.write("[name=container]", into);
        for (String code : what) hand.scan(code);
        Chromium.lookAt(page, "tablets-pack-" + into);
        hand.send("do:ok");
        assertThat(page.textContent("#said")).as(page.textContent("main")).contains("recorded");
    }

    /** Returns the number of the shipment. */
    private static String shipped(Page page) {
        FloorHand hand = new FloorHand(page);
        page.navigate("/ship/order?code=SO-T");
        page.waitForSelector("[data-scan-bar]:not([hidden])");
        page.waitForResponse("**/ship/scan", () -> hand.scan("PAL-1"));
        page.waitForSelector(".result.ok:has-text('complete')");
        Chromium.lookAt(page, "tablets-pick");
        hand.send("do:next");
        String said = page.textContent("#said");
        assertThat(said).endsWith("has left.");
        return said.replaceAll("^Shipment (\\S+) .*", "$1");
    }

    private static void comesBack(Page page) {
        FloorHand hand = new FloorHand(page);
        page.navigate("/returns/new");
        page.waitForSelector("[data-scan-bar]:not([hidden])");
        hand.write("#document", "RET-1");
        hand.write("#customer", "CornerShop");
        hand.write("#location", "MAIN/COLD");
        hand.scan("T7C3R");
        Chromium.lookAt(page, "tablets-return");
        hand.send("do:ok");
        assertThat(page.textContent("#said")).as(page.textContent("main")).contains("RET-1");
        page.navigate("/find?q=T7C3R");
        Chromium.lookAt(page, "tablets-found");
        assertThat(page.textContent("main")).contains("lot TAB-1-R", "life 2");
        assertThat(line.get("/api/v1/stock?lot=TAB-1-R").body())
                .contains("\"status\":\"quarantined\"", "at:MAIN/COLD");
    }
}
