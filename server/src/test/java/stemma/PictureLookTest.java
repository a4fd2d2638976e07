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
import stemma.inquiry.SoupWorld;

import java.time.ZoneId;
import java.util.List;

/** The picture of a trace is walked, searched and cut down to its ways, in a real Chromium. */
@Tag("browser")
class PictureLookTest {
    private static final String FORWARD = "/trace?lot=C-7741&direction=forward";
    private static final SoupWorld SOUP = new SoupWorld();
    private static final WebServer WEB =
            WebServer.start(SOUP.world, "127.0.0.1", 0, ZoneId.of("Europe/Amsterdam"));
    private static final Chromium CHROMIUM = new Chromium(WEB.port());

    @BeforeAll
    static void people() {
        SOUP.person("remy", Role.RECALL_COORDINATOR);
    }

    @AfterAll
    static void close() {
        CHROMIUM.close();
        WEB.close();
        SOUP.close();
    }

    private static Page remy() {
        return CHROMIUM.signedIn("remy", SoupWorld.PASSWORD);
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.getAttribute('aria-label')"));
    }

    private static void press(Page page, String... keys) {
        for (String key : keys) page.keyboard().press(key);
    }

    @Test
    void each_lot_and_run_is_drawn_with_what_went_along() {
        Page page = remy();
        page.navigate(FORWARD);
        assertThat(page.locator("a.box.lot").count()).isEqualTo(4);
        assertThat(page.locator("a.box.run").count()).isEqualTo(3);
        assertThat(page.textContent(".plate")).contains("600 kg", "1,000 ea", "left our control");
        assertThat(page.locator(".arrow path[stroke-dasharray]").count()).isEqualTo(1);
        assertThat(page.textContent(".picture .hint"))
                .contains("All of it is drawn: 4 lots, 3 runs");
    }

    @Test
    void arrow_keys_walk_along_the_links_and_the_focus_is_seen() {
        Page page = remy();
        page.navigate(FORWARD);
        assertThat(page.locator(".plate a[tabindex='0']").count()).isEqualTo(1);
        page.focus("a.box[tabindex='0']");
        assertThat(focused(page)).startsWith("lot C-7741");
        press(page, "ArrowRight");
        assertThat(focused(page)).startsWith("run WO-55");
        press(page, "ArrowRight", "ArrowRight", "ArrowRight");
        String soup = focused(page);
        assertThat(soup).contains("Carrot soup 400 g", "released", "at customers");
        press(page, "ArrowDown");
        assertThat(focused(page)).startsWith("lot S-").isNotEqualTo(soup);
        press(page, "ArrowLeft", "ArrowLeft");
        assertThat(focused(page)).startsWith("lot P-1");
        assertThat(page.evaluate(
                        "getComputedStyle(document.querySelector('a.box:focus rect')).strokeWidth"))
                .isEqualTo("4px");
    }

    @Test
    void the_way_through_a_box_stands_out_and_enter_tells_of_it() {
        Page page = remy();
        page.navigate(FORWARD);
        page.focus("a.box[data-words*='s-1 ']");
        assertThat(page.locator("a.box.on").count()).isEqualTo(5);
        press(page, "Enter");
        assertThat(page.textContent("[data-picture-facts]"))
                .contains("lot S-1", "Comes of run WO-56, 1,000 ea");
        assertThat(page.locator("[data-picture-facts] a").allTextContents())
                .contains("Open it", "Why?", "Only its ways");
        press(page, "Escape");
        assertThat(page.isVisible("[data-picture-told]")).isFalse();
    }

    @Test
    void the_slash_leads_to_the_search_and_enter_from_one_to_the_next() {
        Page page = remy();
        page.navigate(FORWARD);
        page.focus("a.box[tabindex='0']");
        press(page, "/");
        page.keyboard().type("soup");
        assertThat(page.textContent("[data-picture-found]")).isEqualTo("2 of 7 boxes");
        press(page, "Enter");
        String first = focused(page);
        page.focus("#picture-find");
        press(page, "Enter");
        assertThat(List.of(first, focused(page)))
                .allMatch(label -> label.contains("Carrot soup"))
                .doesNotHaveDuplicates();
    }

    @Test
    void without_scripts_a_box_leads_to_the_same_in_words_and_on_to_its_ways() {
        try (BrowserContext plain = CHROMIUM.plain()) {
            Page page = Chromium.signIn(plain, "remy", SoupWorld.PASSWORD);
            page.navigate(FORWARD);
            page.click("a.box[data-words*='p-1 ']");
            assertThat(page.url()).contains("#in-words-");
            page.click("[aria-label='Only the ways through S-2']");
            assertThat(page.textContent(".picture-note"))
                    .contains(
                            "Only what lies on a way through lot S-2, Carrot soup 400 g: 5 of 7.");
            assertThat(page.locator("a.box").count()).isEqualTo(5);
            page.fill("#picture-find", "puree");
            page.click("[data-picture-find] button");
            assertThat(page.locator(".in-words li").count()).isEqualTo(1);
            page.click("text=Show everything");
            assertThat(page.locator("a.box").count()).isEqualTo(7);
        }
    }

    @Test
    void both_ways_what_was_asked_about_stands_in_the_middle_once() {
        Page page = remy();
        page.navigate("/trace?lot=P-1");
        assertThat(page.locator("a.box.asked").count()).isEqualTo(1);
        assertThat(page.locator("a.box").count()).isEqualTo(7);
        assertThat(page.locator(".lane").allTextContents().getFirst()).contains("Carrots, diced");
        page.click("text=Table");
        assertThat(page.locator("table.traced").count()).isEqualTo(2);
    }

    @Test
    void it_reads_at_every_width_and_in_both_lights() {
        for (ColorScheme light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1280, 320}) {
                try (BrowserContext context = CHROMIUM.context(light, width)) {
                    Page page = Chromium.signIn(context, "remy", SoupWorld.PASSWORD);
                    String name = "picture-" + light.name().toLowerCase() + "-" + width;
                    Chromium.look(page, "/trace?lot=P-1", name);
                    page.focus("a.box[tabindex='0']");
                    press(page, "Enter");
                    Chromium.lookAt(page, name + "-told");
                }
            }
        }
    }
}
