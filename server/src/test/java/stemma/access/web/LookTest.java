package stemma.access.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static stemma.access.AccessWorld.PASSWORD;

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

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The house pages in a real Chromium: wide and at 320 px, light and dark, by keyboard alone. */
@Tag("browser")
class LookTest {
    private static final WebWorld WEB = new WebWorld();
    private static final Playwright PLAYWRIGHT = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Browser CHROMIUM = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox")));

    @BeforeAll
    static void people() {
        WEB.world.person("ada", Role.ADMINISTRATOR);
        WEB.world.person("rosa", Role.RECEIVING);
        WEB.world.person("quinn", Role.QUALITY);
        WEB.world.person("ivo", Role.INTEGRATOR);
    }

    @AfterAll
    static void close() {
        CHROMIUM.close();
        PLAYWRIGHT.close();
        WEB.close();
    }

    @Test
    void every_page_reads_at_every_width_and_in_both_lights() {
        for (ColorScheme light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1280, 320}) {
                try (BrowserContext context = context(light, width)) {
                    look(context.newPage(), light.name().toLowerCase() + "-" + width);
                }
            }
        }
    }

    private static void look(Page page, String name) {
        page.navigate(WEB.address + "/sign-in");
        check(page, name + "-sign-in");
        signIn(page, "ada");
        for (String path : List.of("/people", "/people/quinn", "/me", "/nothing")) {
            page.navigate(WEB.address + path);
            check(page, name + path.replace('/', '-'));
        }
    }

    @Test
    void a_table_is_filtered_and_sorted_and_the_box_is_one_key_away() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(WEB.address + "/people");
            page.fill("#code", "ada");
            page.fill("#password", PASSWORD);
            page.keyboard().press("Enter");
            page.waitForSelector("table[data-live]");

            page.fill("#filter-1", "quality");
            assertEquals("1 of 4 rows", page.textContent(".filter output"));
            page.fill("#filter-1", "");
            page.click("th:has-text('Sign-in code') button");
            assertEquals("ada", page.textContent("tbody tr:first-child code"));
            page.click("th:has-text('Sign-in code') button");
            assertEquals("rosa", page.textContent("tbody tr:first-child code"));
            page.locator("h1").click();
            page.keyboard().press("/");
            assertEquals("box", page.evaluate("document.activeElement.id"));
            page.keyboard().type("C-7741");
            page.keyboard().press("Enter");
            page.waitForURL("**/find?q=C-7741");
        }
    }

    private static void signIn(Page page, String code) {
        page.fill("#code", code);
        page.fill("#password", PASSWORD);
        page.click("main button[type=submit]");
        page.waitForSelector(".person");
    }

    private static BrowserContext context(ColorScheme light, int width) {
        return CHROMIUM.newContext(new Browser.NewContextOptions()
                .setColorScheme(light)
                .setViewportSize(width, width > 600 ? 800 : 640));
    }

    private static void check(Page page, String name) {
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
}
