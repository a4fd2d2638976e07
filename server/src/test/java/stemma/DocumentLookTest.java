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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import stemma.demo.SignIn;
import stemma.demo.ToldDemo;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The documents of the demo company as a person sees them, in a real Chromium. */
@Tag("browser")
class DocumentLookTest {
    private static final ToldDemo DEMO = ToldDemo.tell();
    private static final WebServer WEB =
            WebServer.start(DEMO.world(), "127.0.0.1", 0, ZoneId.of("Europe/Amsterdam"));
    private static final Playwright PLAYWRIGHT = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Browser CHROMIUM = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox")));

    @AfterAll
    static void close() {
        CHROMIUM.close();
        PLAYWRIGHT.close();
        WEB.close();
        DEMO.close();
    }

    @Test
    void the_incident_is_drawn_whole_and_its_planted_gaps_are_told() {
        for (int width : new int[] {1280, 320}) {
            ColorScheme light = width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT;
            try (BrowserContext context = context(light, width)) {
                Page page = signedIn(context);
                look(page, address("/trace?lot=C-7741"), "incident-" + width);
                assertEquals(25, page.locator("a.box.lot").count());
                assertEquals(20, page.locator("a.box.run").count());
                assertEquals(3, page.locator("a.box.asked").count());
                String picture = page.textContent(".plate");
                for (String word : List.of("asked about", "left in the line", "derived by rule"))
                    assertTrue(picture.contains(word), word);
                for (String flaw : List.of("similar lot", "input after output left", "not enough"))
                    assertTrue(picture.contains("gap: " + flaw), flaw);
                String told = page.textContent(".rests-on");
                for (String sentence : List.of(
                        "is easily taken for FE20417",
                        "An output of run WO-11808 had left before this input was recorded.",
                        "Lot L2-1679 is to be looked at again",
                        "Lot L2-1688 at DISPATCH has 0 case; asked for 240 case."))
                    assertTrue(told.contains(sentence), sentence);
            }
        }
    }

    @Test
    void documents_read_at_every_width() {
        for (int width : new int[] {1280, 320}) {
            ColorScheme light = width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT;
            try (BrowserContext context = context(light, width)) {
                Page page = signedIn(context);
                for (String list : List.of("receipts", "runs", "shipments")) {
                    look(page, address("/" + list), list + "-" + width);
                    page.click("nav[aria-label=Pages] a[rel=next]");
                    page.waitForURL("**before=**");
                    look(page, page.url(), list + "-older-" + width);
                    page.click("tbody tr:first-child th a.number");
                    look(page, page.url(), list + "-one-" + width);
                    look(page, address("/" + list + "?number=none"), list + "-none-" + width);
                }
                for (String orders : List.of("purchase-orders", "work-orders", "sales-orders")) {
                    String list = Map.of(
                                    "purchase-orders", "/receipts",
                                    "work-orders", "/runs",
                                    "sales-orders", "/shipments")
                            .get(orders);
                    page.navigate(address(list));
                    page.locator("a[href^='/" + orders + "/']").first().click();
                    look(page, page.url(), orders + "-" + width);
                }
            }
        }
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + WEB.port() + path;
    }

    private static void look(Page page, String address, String name) {
        page.navigate(address);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", "documents-" + name + ".png")));
        Object overflow = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, overflow, name + " scrolls sideways");
        var faults = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertTrue(faults.isEmpty(), () -> name + ": " + faults);
    }

    private static Page signedIn(BrowserContext context) {
        SignIn person = DEMO.told().signIns().getFirst();
        Page page = context.newPage();
        page.navigate(address("/sign-in"));
        page.fill("#code", person.code());
        page.fill("#password", person.password());
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
