package stemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import stemma.access.Role;
import stemma.inquiry.SoupWorld;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A recall coordinator pastes a lot number and reads the board, in a real Chromium. */
@Tag("browser")
class InquiryLookTest {
    private static final SoupWorld SOUP = new SoupWorld();
    private static final WebServer WEB =
            WebServer.start(SOUP.world, "127.0.0.1", 0, ZoneId.of("Europe/Amsterdam"));
    private static final Playwright PLAYWRIGHT = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Browser CHROMIUM = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox")));

    @BeforeAll
    static void people() {
        SOUP.person("remy", Role.QUALITY, Role.RECALL_COORDINATOR);
    }

    @AfterAll
    static void close() {
        CHROMIUM.close();
        PLAYWRIGHT.close();
        WEB.close();
        SOUP.close();
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + WEB.port() + path;
    }

    @Test
    void a_pasted_lot_number_leads_to_the_card_and_the_board() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = signedIn(context);
            page.navigate(address("/"));
            page.fill("#big-box", " c-7741 ");
            page.keyboard().press("Enter");
            page.waitForURL("**/lots/CARROT/C-7741");
            page.click("text=Exposure board");
            page.waitForURL("**/board?**");
            assertEquals("504", page.textContent(".board.five .tile:nth-child(1) .figure"));
            assertEquals("64", page.textContent(".board.five .tile:nth-child(3) .figure"));
            assertEquals("600", page.textContent(".board.five .tile:nth-child(4) .figure"));
            assertTrue(page.textContent(".check").contains("It adds up."));
            assertTrue(page.textContent("#stop-title").contains("1 shipment is on the road"));
            page.click(".board.five .tile:nth-child(4) .figure");
            page.waitForURL("**/board/rows?**show=at_customers**");
            assertTrue(page.textContent("table").contains("Metro Foods"));
        }
    }

    @Test
    void an_outline_is_walked_with_the_arrow_keys() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = signedIn(context);
            page.navigate(address("/trace?lot=C-7741&direction=forward&view=outline"));
            page.focus("[role=treeitem][tabindex='0']");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            Object line = page.evaluate("document.activeElement.textContent");
            assertTrue(line.toString().contains("P-1"), line.toString());
            page.keyboard().press("ArrowLeft");
            line = page.evaluate("document.activeElement.textContent");
            assertTrue(line.toString().contains("WO-55"), line.toString());
        }
    }

    @Test
    void every_answer_reads_at_every_width_and_in_both_lights() {
        SOUP.hold("H-1", "C-7741");
        for (ColorScheme light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1280, 320}) {
                try (BrowserContext context = context(light, width)) {
                    Page page = signedIn(context);
                    String name = "inquiry-" + light.name().toLowerCase() + "-" + width;
                    look(page, "/", name + "-start");
                    look(page, "/find?q=C774I", name + "-near");
                    look(page, "/lots/CARROT/C-7741", name + "-card");
                    look(page, "/board?lot=C-7741", name + "-board");
                    look(page, "/board/rows?lot=C-7741&show=all", name + "-rows");
                    look(page, "/trace?lot=P-1&direction=both", name + "-trace");
                    look(page, "/trace?lot=C-7741&view=outline", name + "-outline");
                    look(page, "/shipments/SH-2", name + "-shipment");
                    look(page, "/holds", name + "-holds");
                    look(page, "/holds/new?lot=C-7741", name + "-hold-new");
                    look(page, "/holds/H-1", name + "-hold");
                    look(page, "/gaps", name + "-gaps");
                }
            }
        }
    }

    private static void look(Page page, String path, String name) {
        page.navigate(address(path));
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", name + ".png")));
        var faults = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertTrue(faults.isEmpty(), () -> name + ": " + faults);
        Object overflow = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, overflow, name + " scrolls sideways");
    }

    private static Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(address("/sign-in"));
        page.fill("#code", "remy");
        page.fill("#password", SoupWorld.PASSWORD);
        page.click("main button[type=submit]");
        page.waitForSelector(".person");
        return page;
    }

    private static BrowserContext context(ColorScheme light, int width) {
        return CHROMIUM.newContext(new Browser.NewContextOptions()
                .setColorScheme(light)
                .setViewportSize(width, width > 600 ? 800 : 640));
    }
}
