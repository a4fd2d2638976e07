package stemma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A recall coordinator pastes a lot number and reads the board, in a real Chromium. */
@Tag("browser")
class InquiryLookTest {
    private static final int MOST_STEPS = 120;
    private static final SoupWorld SOUP = new SoupWorld();
    private static final WebServer WEB =
            WebServer.start(SOUP.world, "127.0.0.1", 0, ZoneId.of("Europe/Amsterdam"));
    private static final Chromium CHROMIUM = new Chromium(WEB.port());

    @BeforeAll
    static void people() {
        SOUP.person("remy", Role.QUALITY, Role.RECALL_COORDINATOR);
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

    @Test
    void a_pasted_lot_number_leads_to_the_card_and_the_board() {
        Page page = remy();
        page.navigate("/");
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

    @Test
    void every_number_of_the_board_opens_its_rows() {
        Page page = remy();
        page.navigate("/board?lot=C-7741");
        List<String> rows = page.locator("dl.board a.figure").all().stream()
                .map(number -> number.getAttribute("href"))
                .toList();
        assertEquals(10, rows.size());
        for (String path : rows) {
            var answer = page.navigate(path);
            assertEquals(200, answer.status(), path);
            assertTrue(page.locator("table, .empty").count() > 0, path);
        }
    }

    @Test
    void from_the_box_to_the_board_no_mouse_is_needed() {
        Page page = remy();
        page.navigate("/holds");
        page.keyboard().press("/");
        page.keyboard().type("C-7741");
        page.keyboard().press("Enter");
        page.waitForURL("**/lots/CARROT/C-7741");
        press(page, "Trace both ways");
        page.waitForURL("**/trace?**");
        press(page, "Why?");
        page.waitForURL("**/trace/why?**");
        assertTrue(page.textContent(".proof").contains("may contain C-7741 via WO-55"));
        press(page, "Trace of C-7741");
        page.waitForURL("**/trace?**");
        press(page, "Board");
        page.waitForURL("**/board?**");
        page.keyboard().press("Tab");
        assertEquals("Skip to the content", focused(page));
        page.keyboard().press("Enter");
        press(page, "504");
        page.waitForURL("**/board/rows?**show=on_site**");
    }

    /** Tabs on until what bears the words has the focus, and presses Enter on it. */
    private static void press(Page page, String words) {
        for (int step = 0; step < MOST_STEPS; step++) {
            page.keyboard().press("Tab");
            if (focused(page).equals(words)) {
                Object outline =
                        page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
                assertTrue(!outline.equals("none"), words + " has no visible focus");
                page.keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("no Tab leads to " + words);
    }

    private static String focused(Page page) {
        return page.evaluate("document.activeElement.textContent.trim()").toString();
    }

    @Test
    void an_outline_is_walked_with_the_arrow_keys() {
        Page page = remy();
        page.navigate("/trace?lot=C-7741&direction=forward&view=outline");
        page.focus("[role=treeitem][tabindex='0']");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        Object line = page.evaluate("document.activeElement.textContent");
        assertTrue(line.toString().contains("P-1"), line.toString());
        page.keyboard().press("ArrowLeft");
        line = page.evaluate("document.activeElement.textContent");
        assertTrue(line.toString().contains("WO-55"), line.toString());
    }

    @Test
    void every_answer_reads_at_every_width_and_in_both_lights() {
        SOUP.hold("H-1", "C-7741");
        for (ColorScheme light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1280, 320}) {
                try (BrowserContext context = CHROMIUM.context(light, width)) {
                    Page page = Chromium.signIn(context, "remy", SoupWorld.PASSWORD);
                    String name = "inquiry-" + light.name().toLowerCase() + "-" + width + "-";
                    pages().forEach((what, path) -> Chromium.look(page, path, name + what));
                }
            }
        }
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("start", "/");
        pages.put("near", "/find?q=C774I");
        pages.put("nothing", "/find?q=%3Cscript%3Ealert(1)%3C/script%3E");
        pages.put("card", "/lots/CARROT/C-7741");
        pages.put("lots", "/lots?item=SOUP");
        pages.put("board", "/board?lot=C-7741");
        pages.put("then", "/board?lot=C-7741&knownAt=2026-05-04T10:00");
        pages.put("rows", "/board/rows?lot=C-7741&show=all");
        pages.put("shipments", "/board/rows?lot=C-7741&show=shipments");
        pages.put("customers", "/board/rows?lot=C-7741&show=customers");
        pages.put("trace", "/trace?lot=P-1&direction=both");
        pages.put("outline", "/trace?lot=C-7741&view=outline");
        pages.put("why", "/trace/why?lot=C-7741&of=" + SOUP.soupTwo);
        pages.put("event", "/events/" + SOUP.carrots.first().birth());
        pages.put("shipment", "/shipments/SH-2");
        pages.put("order", "/orders/WO-55");
        pages.put("road", "/road");
        pages.put("holds", "/holds");
        pages.put("hold-new", "/holds/new?lot=C-7741");
        pages.put("hold", "/holds/H-1");
        pages.put("gaps", "/gaps");
        pages.put("unknown", "/lots/SOUP/NEVER");
        pages.put("items", "/masters/items");
        pages.put("item", "/masters/items/one?key=SOUP");
        pages.put("item-new", "/masters/items/new");
        pages.put("sheet", "/masters/items/sheet");
        return pages;
    }
}
