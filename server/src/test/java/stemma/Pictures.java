package stemma;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import stemma.demo.Demo;
import stemma.demo.SignIn;
import stemma.demo.ToldDemo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes the pictures of README and guide anew from the demo company; no part of the usual tests:
 * {@code mvn -pl server test -Dtest=Pictures -Dtest.excluded=none}.
 */
@Tag("browser")
class Pictures {
    private static final long LARGEST = 200_000;
    private static final int WIDE = 1280;
    private static final int PHONE = 390;

    @Test
    void are_taken_of_the_demo_company() throws IOException {
        try (ToldDemo demo = ToldDemo.tell();
                WebServer web = WebServer.start(demo.world(), "127.0.0.1", 0, Demo.zone());
                Chromium chromium = new Chromium(web.port())) {
            try (BrowserContext wide = chromium.context(ColorScheme.LIGHT, WIDE)) {
                Page page = Chromium.signIn(wide, "remy", password(demo, "remy"));
                take(page, "/board?lot=C-7741", "board");
                take(page, "/lots/CARROT/C-7741", "card");
                take(page, "/trace?lot=C-7741&direction=forward&view=outline", "outline");
                page.navigate("/trace?lot=C-7741");
                whole(page, "trace");
                page.navigate("/trace?lot=C-7741&direction=forward&sort=evidence");
                page.click("text=Why?");
                page.waitForURL("**/trace/why?**");
                keep(page, "why");
                take(page, "/holds/new?lot=C-7741", "hold");
            }
            try (BrowserContext phone = chromium.context(ColorScheme.LIGHT, PHONE)) {
                take(
                        Chromium.signIn(phone, "remy", password(demo, "remy")),
                        "/board?lot=C-7741",
                        "phone");
            }
            onThePhone(chromium, demo, "rosa", "/receiving?show=all", "receiving");
            onThePhone(chromium, demo, "rosa", "/warehouse", "warehouse");
            onThePhone(chromium, demo, "otto", "/work-orders/WO-90001", "work-order");
            onThePhone(chromium, demo, "sena", "/ship/order?code=SO-9001", "picking");
        }
    }

    private static void onThePhone(
            Chromium chromium, ToldDemo demo, String who, String path, String name)
            throws IOException {
        try (BrowserContext phone = chromium.context(ColorScheme.LIGHT, PHONE)) {
            take(Chromium.signIn(phone, who, password(demo, who)), path, name);
        }
    }

    private static String password(ToldDemo demo, String who) {
        return demo.told().signIns().stream()
                .filter(signIn -> signIn.code().equals(who))
                .map(SignIn::password)
                .findFirst()
                .orElseThrow();
    }

    private static void take(Page page, String path, String name) throws IOException {
        page.navigate(path);
        keep(page, name);
    }

    /** The whole picture of a trace, made as small as a page of the guide is. */
    private static void whole(Page page, String name) throws IOException {
        page.evaluate("""
                () => {
                  const frame = document.querySelector(".frame");
                  frame.style.position = "fixed";
                  frame.style.inset = "0 auto auto 0";
                  frame.style.width = "1180px";
                  frame.style.maxWidth = frame.style.maxHeight = "none";
                  document.querySelector(".top").hidden = true;
                  document.querySelector(".picture").classList.add("fitted");
                }
                """);
        Path file = Path.of("..", "docs", "pictures", name + ".png");
        page.locator(".plate").screenshot(new Locator.ScreenshotOptions().setPath(file));
        assertTrue(Files.size(file) < LARGEST, name + " is too large for a repository");
    }

    private static void keep(Page page, String name) throws IOException {
        Path file = Path.of("..", "docs", "pictures", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertTrue(Files.size(file) < LARGEST, name + " is too large for a repository");
    }
}
