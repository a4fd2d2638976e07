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

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium before the pages of one server. */
final class Chromium implements AutoCloseable {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox")));
    private final String home;

    Chromium(int port) {
        this.home = "http://127.0.0.1:" + port;
    }

    BrowserContext context(ColorScheme light, int width) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(home)
                .setLocale("en-GB")
                .setColorScheme(light)
                .setViewportSize(width, width > 600 ? 800 : 640));
    }

    /** Opens a wide window in the light in which that person is signed in. */
    Page signedIn(String who, String password) {
        return signIn(context(ColorScheme.LIGHT, 1280), who, password);
    }

    static Page signIn(BrowserContext context, String who, String password) {
        Page page = context.newPage();
        page.navigate("/sign-in");
        fillIn(page, who, password);
        return page;
    }

    /** Fills in the form of the sign-in page that is shown. */
    static void fillIn(Page page, String who, String password) {
        page.fill("#code", who);
        page.fill("#password", password);
        page.click("main button[type=submit]");
        page.waitForSelector(".person");
    }

    /** Goes to a page, keeps its picture, and holds it against WCAG 2.2 A and AA and its width. */
    static void look(Page page, String path, String name) {
        page.navigate(path);
        lookAt(page, name);
    }

    /** Keeps the picture of the page that is shown, and holds it against the same. */
    static void lookAt(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", name + ".png")));
        var faults = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        assertTrue(faults.isEmpty(), () -> name + ": " + faults);
        Object overflow = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, overflow, name + " scrolls sideways");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
