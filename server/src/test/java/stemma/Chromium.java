package stemma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium before the pages of one server. */
final class Chromium implements AutoCloseable {
    private static final String RULES = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";
    private static final String AXE = axe();
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
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, width > 600 ? 800 : 640));
    }

    /** Returns a browser that runs no scripts. */
    BrowserContext plain() {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(home)
                .setLocale("en-GB")
                .setJavaScriptEnabled(false)
                .setViewportSize(1280, 800));
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
        assertEquals(List.of(), violations(page), name);
        Object overflow = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, overflow, name + " scrolls sideways");
    }

    /** Returns what breaks WCAG 2.2 A or AA on the page that is shown. */
    static List<String> violations(Page page) {
        return found(page, "{ runOnly: %s }".formatted(RULES));
    }

    /** Returns only what is too faint to read, for the same page in another light. */
    static List<String> faintText(Page page) {
        return found(page, "{ runOnly: ['color-contrast'] }");
    }

    @SuppressWarnings("unchecked")
    private static List<String> found(Page page, String options) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) page.evaluate(AXE);
        return (List<String>) page.evaluate("""
                axe.run(document, { preload: false, resultTypes: ['violations'], ...%s }).then((found) =>
                  found.violations.flatMap((rule) => rule.nodes.map((node) =>
                    `${rule.id}: ${node.target.join(' ')} ${node.failureSummary} ${node.html}`)))
                """.formatted(options));
    }

    static void light(Page page, ColorScheme light) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
