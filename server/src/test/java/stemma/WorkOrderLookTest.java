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
import stemma.catalog.Recipe;
import stemma.catalog.RecipeLine;
import stemma.catalog.RecipeLine.Part;
import stemma.catalog.RecipeStep;
import stemma.catalog.Resource;
import stemma.catalog.ResourceKind;
import stemma.catalog.Standing;
import stemma.catalog.WorkOrder;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.util.List;

/** Otto's day at the line in a real Chromium, with a scanner that types like a keyboard. */
@Tag("browser")
class WorkOrderLookTest {
    private static final SiteCode MAIN = new SiteCode("MAIN");
    private static ApiPlant plant;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        plant = ApiPlant.stocked();
        ItemCode flour = new ItemCode("flour");
        ItemCode bread = new ItemCode("bread");
        ItemCode blower = new ItemCode("blower");
        plant.define(new Recipe(
                bread,
                "R1",
                List.of(
                        new RecipeLine(Part.OUTPUT, bread, Quantity.of("100 ea")),
                        new RecipeLine(
                                Part.INPUT,
                                flour,
                                Quantity.of("50 kg"),
                                new BigDecimal("2"),
                                List.of())),
                RecipeStep.list("10 | Clear the line | equipment | line_clearance\n"
                        + "20 | Bake | equipment | work | heat (°C) 180..220"),
                new BigDecimal("3"),
                Standing.ACTIVE));
        plant.define(new Recipe(
                blower,
                "B1",
                List.of(
                        new RecipeLine(Part.OUTPUT, blower, Quantity.of("1 ea")),
                        new RecipeLine(Part.INPUT, flour, Quantity.of("1 kg"))),
                List.of(),
                BigDecimal.ZERO,
                Standing.ACTIVE));
        plant.define(order("WO-1", bread, "R1", "200 ea"));
        plant.define(order("WO-2", blower, "B1", "12 ea"));
        plant.define(
                Resource.of(new ResourceCode("TANK-1"), "Cream tank", ResourceKind.VESSEL, MAIN));
        ApiClient program = plant.program();
        for (String number : List.of("F-101", "F-102"))
            program.post("/api/v1/events", plant.receipt(plant.id(), number, "500 kg"));
        assertThat(plant.caller("otto", Role.OPERATOR)).isNotNull();
        chromium = new Chromium(plant.web.port());
    }

    private static WorkOrder order(String code, ItemCode item, String recipe, String amount) {
        return new WorkOrder(
                new OrderCode(code),
                MAIN,
                item,
                recipe,
                Quantity.of(amount),
                new ResourceCode("LINE-1"),
                null,
                Standing.ACTIVE);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        plant.close();
    }

    private static void scan(Page page, String text) {
        page.keyboard().press("F9");
        page.keyboard().type(text);
        page.keyboard().press("Enter");
        page.waitForSelector("[data-scan-bar][data-waiting='0']");
    }

    private static void send(Page page) {
        click(page, "main form.card button[type=submit]:not([name=claim])");
    }

    /** Sends a form and waits for the page that answers. */
    private static void click(Page page, String button) {
        page.evaluate("document.body.dataset.sent = 'yes'");
        page.click(button);
        page.waitForSelector("body:not([data-sent])");
    }

    @Test
    void an_order_is_worked_off_by_scanner_wide_and_narrow() {
        for (int width : new int[] {1280, 320}) {
            ColorScheme light = width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT;
            try (BrowserContext context = chromium.context(light, width)) {
                Page page = Chromium.signIn(context, "otto", ApiPlant.PASSWORD);
                Chromium.look(page, "/production", "production-" + width);
                consume(page, width);
                output(page, width);
                units(page, width);
                step(page, width);
                vessel(page, width);
                Chromium.look(page, "/production/unbuild?site=MAIN", "unbuild-" + width);
                Chromium.look(
                        page, "/production/backflush?order=WO-1&made=10", "backflush-" + width);
                Chromium.look(page, "/work-orders/WO-1", "work-order-" + width);
            }
        }
    }

    private static void consume(Page page, int width) {
        page.navigate("/production/consume?order=WO-1&run=C-" + width);
        page.waitForSelector("[data-scan-bar]:not([hidden])");
        scan(page, "F-101");
        page.locator("[name=quantity]").first().fill("60");
        Chromium.lookAt(page, "consume-" + width);
        send(page);
        if (width == 320) {
            assertThat(page.content()).contains("over_consumption");
            Chromium.lookAt(page, "consume-objected-" + width);
            assertThat(page.locator("[name=lot]").first().inputValue()).isEqualTo("F-101");
            page.locator("[name=quantity]").first().fill("40");
            send(page);
        }
        assertThat(page.textContent("#said"))
                .as(page.textContent("main"))
                .startsWith("Recorded: consumed");
    }

    private static void output(Page page, int width) {
        page.navigate("/production/yield?order=WO-1&run=C-" + width);
        page.waitForSelector("[data-scan-bar]:not([hidden])");
        page.locator("[name=quantity]").first().fill("100");
        page.locator("[name=number]").first().fill("B-" + width);
        Chromium.lookAt(page, "yield-" + width);
        send(page);
        assertThat(page.textContent("#said")).startsWith("Recorded: produced 100 ea");
        assertThat(page.locator("a[href^='/labels?event=']").count()).isEqualTo(1);
    }

    private static void units(Page page, int width) {
        page.navigate("/production/units?order=WO-2&run=U-1");
        page.waitForSelector("[data-scan-bar]:not([hidden])");
        page.fill("#unit", "SN-" + width);
        scan(page, "F-102");
        assertThat(page.locator("[name=lot]").first().inputValue()).isEqualTo("F-102");
        page.locator("[name=quantity]").first().fill("1");
        Chromium.lookAt(page, "units-" + width);
        send(page);
        assertThat(page.textContent("#said")).startsWith("Unit SN-" + width);
    }

    private static void step(Page page, int width) {
        page.navigate("/production/step?order=WO-1&step=20");
        page.fill("#resource", "LINE-1");
        page.fill("#reading0", "230");
        send(page);
        assertThat(page.content()).contains("step_reason_missing");
        Chromium.lookAt(page, "step-" + width);
        page.fill("#reason", "probe at the wall");
        send(page);
        assertThat(page.textContent("#said")).isEqualTo("Step 20 is recorded.");
    }

    private static void vessel(Page page, int width) {
        page.navigate("/vessels/TANK-1");
        page.fill("#fill-lot", "F-102");
        page.fill("#fill-quantity", "20");
        click(page, "form[action='/vessels/fill'] button[type=submit]");
        assertThat(page.textContent("#said")).startsWith("Recorded: filled");
        Chromium.look(page, "/vessels/TANK-1", "vessel-" + width);
        Chromium.look(page, "/vessels", "vessels-" + width);
    }

    @Test
    void what_runs_gave_and_what_is_unaccounted_is_drawn_and_said_in_words() {
        ItemCode salt = new ItemCode("salt");
        plant.define(new Recipe(
                salt,
                "S1",
                List.of(
                        new RecipeLine(Part.OUTPUT, salt, Quantity.of("90 kg")),
                        new RecipeLine(Part.INPUT, new ItemCode("flour"), Quantity.of("100 kg"))),
                List.of(),
                new BigDecimal("3"),
                Standing.ACTIVE));
        plant.define(order("WO-3", salt, "S1", "180 kg"));
        ApiClient program = plant.program("tess", Role.INTEGRATOR);
        for (String[] run : new String[][] {{"Y-1", "89.5"}, {"Y-2", "80"}}) {
            program.post("/api/v1/events", """
                    {"events":[{"event":"consumed","id":"%s","site":"MAIN",
                      "run":{"id":"%s","order":"WO-3"},
                      "inputs":[{"lot":"F-102","quantity":"100 kg","from":"at:MAIN/MAIN"}]},
                     {"event":"produced","id":"%s","site":"MAIN",
                      "run":{"id":"%s","order":"WO-3"},
                      "outputs":[{"passport":{"item":"salt","number":"S-%s"},
                        "quantity":"%s kg","to":"at:MAIN/MAIN"}]}]}
                    """.formatted(
                            plant.id(), run[0], plant.id(), run[0], run[0], run[1]));
        }
        for (int width : new int[] {1280, 320}) {
            try (BrowserContext context = chromium.context(ColorScheme.LIGHT, width)) {
                Page page = Chromium.signIn(context, "tess", ApiPlant.PASSWORD);
                Chromium.look(page, "/work-orders/WO-3", "yield-chart-" + width);
                assertThat(page.textContent("figure.chart >> nth=0"))
                        .contains("89.5 %", "90.0 % ± 2.7", "as expected", "less than expected");
                assertThat(page.textContent("figure.chart >> nth=1"))
                        .contains("All runs", "outside the tolerance", "30.5 kg", "15.3 %");
                Chromium.look(page, "/runs/Y-2", "balance-chart-" + width);
                assertThat(page.textContent("figure.chart")).contains("Unaccounted", "20.0 %");
            }
        }
    }
}
